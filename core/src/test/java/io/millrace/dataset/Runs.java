package io.millrace.dataset;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the tests of this package do again and again. */
final class Runs {
    private Runs() {}

    static Plan plan(Ramp ramp, long first, long count, long shardSize) {
        return Plan.of(ramp, 1, new Range(first, count), shardSize);
    }

    static WriteResult write(Path directory, Plan plan, int workers, int batch) throws IOException {
        return write(directory, plan, workers, batch, Progress.NONE, new Cancellation(), Checkpoint.NONE);
    }

    static WriteResult write(
            Path directory,
            Plan plan,
            int workers,
            int batch,
            Progress progress,
            Cancellation stop,
            Checkpoint checkpoint)
            throws IOException {
        return DatasetWriter.write(
                directory, Ramp.of(plan), plan, new Options(workers, batch, 0), progress, stop, false, checkpoint);
    }

    private static String relative(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /** Every file's bytes. */
    static Map<String, byte[]> contents(Path directory) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(relative(directory, file), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** SHA-256 over every name and every file, directories included. */
    static String digest(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.sorted().forEach(file -> {
                sha.update((relative(directory, file) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                try {
                    if (Files.isRegularFile(file)) {
                        sha.update(Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
