package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code encode} at random times, as {@code kill -9} does, and continues. {@code -Dmillrace.test.kills=N} sets how many kills there are. */
class EncodeKillTest {
    private static final String COMMAND =
            "encode --tasks burgers,advection --count 120 --splits train=.8,val=.1,test=.1 --shard-size 10"
                    + " --set points=64 --set frames=4 --set t-end=0.1 --set tokens=8 --set width=256 --compress --quiet --out ";

    @TempDir
    Path temp;

    /** All that this process has. */
    private static String classPath() {
        return System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path");
    }

    private Process start(String out, int workers) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Main.class.getName());
        Stream<String> words = Arrays.stream((COMMAND + temp.resolve(out) + " --workers " + workers).split(" "));
        return new ProcessBuilder(Stream.concat(java, words).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(temp.resolve("errors").toFile())
                .start();
    }

    private TreeMap<String, Integer> contents(String out) throws IOException {
        TreeMap<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp.resolve(out))) {
            for (Path file : files.toList()) {
                contents.put(
                        temp.resolve(out).relativize(file).toString(),
                        Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : 0);
            }
        }
        return contents;
    }

    private void finish(String out, String what) throws Exception {
        assertEquals(0, start(out, 2).waitFor(), () -> what + ": " + errors());
        assertEquals(0, new Cli(temp).run("verify " + out).code(), what);
    }

    private String errors() {
        try {
            return Files.readString(temp.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void whatIsContinuedIsWhatWouldHaveBeen() throws Exception {
        int kills = Integer.getInteger("millrace.test.kills", 8);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long start = System.nanoTime();
        finish("whole", "uninterrupted");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        TreeMap<String, Integer> expected = contents("whole");
        int hits = 0;
        String out = "out";
        for (int kill = 0; kill < kills; kill++) {
            Process process = start(out, 1 + random.nextInt(3));
            boolean ended = process.waitFor(millis / 5 + random.nextLong(millis), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            hits += ended ? 0 : 1;
            if (ended || random.nextInt(3) == 0) {
                finish(out, "seed " + seed + ", kill " + kill);
                assertEquals(expected, contents(out), "seed " + seed + ", kill " + kill);
                out = "out" + kill;
            }
        }
        finish(out, "seed " + seed);
        assertEquals(expected, contents(out), "seed " + seed);
        assertTrue(hits >= kills / 4, hits + " of " + kills + " kills came in time");
    }
}
