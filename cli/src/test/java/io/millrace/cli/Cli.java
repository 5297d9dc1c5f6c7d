package io.millrace.cli;

import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import io.millrace.pipeline.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Runs the command inside the test, in a directory of its own, with its output caught. */
record Cli(Path directory, Cancellation stop) {
    Cli(Path directory) {
        this(directory, new Cancellation());
    }

    /** What a run gave. */
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        Json.Obj json() {
            return (Json.Obj) JsonReader.read(lines().getLast());
        }
    }

    /** Words separated by single spaces. */
    Result run(String words) {
        return run(OptionalInt.empty(), words.split(" "));
    }

    Result run(OptionalInt columns, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Millrace.run(
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        directory,
                        columns,
                        stop),
                words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run that must succeed. */
    Result ok(String words) {
        Result result = run(words);
        if (result.code() != 0) {
            throw new AssertionError(words + " ended with " + result.code() + ": " + result.err());
        }
        return result;
    }

    /** Everything in the directory, relative, sorted. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.skip(1)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
