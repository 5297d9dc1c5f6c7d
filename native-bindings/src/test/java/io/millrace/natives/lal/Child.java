package io.millrace.natives.lal;

import io.millrace.batch.DType;
import io.millrace.batch.Schema;
import io.millrace.waveform.parameters.Parameter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own in which LAL fails in several ways, for what a library prints goes past Java. */
final class Child {
    record Output(int exitCode, String text, String errors) {}

    private Child() {}

    static Output run(String library) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("millrace-child-", ".txt");
        try {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            String.join(File.pathSeparator, place(Schema.class), place(Lal.class), tests().toString()),
                            Child.class.getName(),
                            library)
                    .redirectError(errors.toFile())
                    .start();
            String text = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(child.waitFor(), text, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    private static Path tests() {
        return Path.of(place(Lal.class)).resolveSibling("test-classes");
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** The library's file; without the vector module, as on a class path. */
    public static void main(String[] args) {
        Lal lal = Lal.open(Path.of(args[0]));
        LalGrid grid = new LalGrid(0.125, 20, 1024, 20);
        for (int i = 0; i < 2; i++) {
            try {
                lal.chooseFrequencyDomain(lal.approximant("TaylorF2"), Made.with(Parameter.SPIN_1X, 0.25), grid, null);
                throw new AssertionError("no failure");
            } catch (LalException expected) {
                lal.approximants();
            }
            try {
                lal.approximant("NoSuchModel");
                throw new AssertionError("no failure");
            } catch (IllegalArgumentException expected) {
                Made.both(Made.model(lal, "TaylorF2"), DType.C8, Made.point());
            }
        }
        System.out.println("done");
    }
}
