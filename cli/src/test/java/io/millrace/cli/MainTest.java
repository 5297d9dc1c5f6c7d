package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Workload;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.internal.chartpart.IChart;
import picocli.CommandLine;

/** How the process ends. */
class MainTest {
    @TempDir
    Path directory;

    @Test
    void anErrorEndsTheProcessAtOnceWithASentence() throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(Workload.class.getName()), "no.such.Workload\n");
        String classPath = Stream.concat(
                        Stream.of(directory.toString()),
                        Stream.of(Main.class, Workload.class, CommandLine.class, IChart.class)
                                .map(MainTest::place))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        "spec",
                        "routing")
                .redirectErrorStream(true)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it waits for its own end");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("millrace: " + Workload.class.getName() + ": Provider no.such.Workload not found\n", output);
        assertEquals(ExitCode.REFUSED, process.exitValue());
    }

    static String place(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    @Test
    void whatAnInitialiserRefusesIsSaid() {
        IllegalArgumentException refusal = new IllegalArgumentException("bits is 100: allowed is 64");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        for (Throwable failure : new Throwable[] {
            new ExceptionInInitializerError(refusal),
            new ServiceConfigurationError("provider", new ExceptionInInitializerError(refusal))
        }) {
            err.reset();
            assertEquals(ExitCode.REFUSED, Complaint.about(failure, stream));
            assertEquals("millrace: bits is 100: allowed is 64\n", err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aBatchThatDoesNotEndInTimeIsGivenUpWithAWord() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CountDownLatch ended = new CountDownLatch(1);
        Main.awaitEnd(ended, 0, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("the same command continues"), err::toString);
        err.reset();
        ended.countDown();
        Main.awaitEnd(ended, 0, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }
}
