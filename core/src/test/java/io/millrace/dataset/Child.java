package io.millrace.dataset;

import io.millrace.batch.Schema;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that writes a dataset, to be killed; or that ends itself, without a farewell, at a named point. */
final class Child {
    private Child() {}

    static Plan plan() {
        return Runs.plan(Ramp.of(99, 2000), 17, 1500, 100);
    }

    /** Starts one. */
    static Process start(Path directory, int workers, String point, int time, Path errors) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Child.class.getName(),
                        directory.toString(),
                        Integer.toString(workers),
                        point,
                        Integer.toString(time))
                .redirectError(errors.toFile())
                .start();
    }

    /** Main and test classes, wherever this test was loaded from. */
    private static String classPath() {
        return place(Schema.class) + File.pathSeparator + System.getProperty("millrace.test.classes", tests());
    }

    private static String tests() {
        return Path.of(place(Schema.class)).resolveSibling("test-classes").toString();
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Directory, workers, point (or "-"), and the how-manieth time it is passed. */
    public static void main(String[] args) throws IOException {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
        Checkpoint checkpoint = point -> {
            if (point.equals(args[2]) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(137);
            }
        };
        System.out.println("begun");
        Runs.write(
                Path.of(args[0]), plan(), Integer.parseInt(args[1]), 7, Progress.NONE, new Cancellation(), checkpoint);
    }
}
