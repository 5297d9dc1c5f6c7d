package io.millrace.cli;

import io.millrace.pipeline.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a command has of the world around it.
 *
 * @param out for results
 * @param err for progress and complaints
 * @param directory where relative paths start
 * @param columns the width of the terminal that {@code err} is, if it is one
 * @param stop cancelled when the user asks the command to end
 */
record Console(PrintStream out, PrintStream err, Path directory, OptionalInt columns, Cancellation stop) {
    /** Set by the launcher, for Java cannot tell whether standard error is a terminal. */
    private static final String COLUMNS = "millrace.terminal.columns";

    /** This process's. */
    static Console ofProcess(Cancellation stop) {
        int columns = Integer.getInteger(COLUMNS, 0);
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Path.of(""),
                columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty(),
                stop);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A path as the user gave it. */
    Path path(Path given) {
        return directory.resolve(given);
    }

    /** Where words for people go: where standard output is read by a program, it has only what that program expects. */
    PrintStream words(boolean json) {
        return json ? err : out;
    }
}
