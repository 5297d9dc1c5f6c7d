package io.millrace.cli;

import io.millrace.cli.export.StoppedException;
import io.millrace.generator.GenerationException;
import io.millrace.generator.UnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ServiceConfigurationError;

/** Turns what went wrong into one sentence on one line, and an exit code. */
final class Complaint {
    private Complaint() {}

    /** Prints a sentence. */
    static int of(String sentence, PrintStream err) {
        err.println("millrace: " + sentence.strip().replaceAll("\\s*\\R\\s*", " "));
        return ExitCode.REFUSED;
    }

    /** Prints a failure's sentence; a defect of Millrace itself is printed with its trace. */
    static int about(Throwable failure, PrintStream err) {
        if (failure instanceof StoppedException) {
            of(failure.getMessage(), err);
            return ExitCode.STOPPED;
        }
        String sentence = sentence(failure);
        if (sentence == null) {
            err.println("millrace: this is a defect of Millrace, please report it");
            failure.printStackTrace(err);
            return ExitCode.DEFECT;
        }
        return of(sentence, err);
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case GenerationException e when e.getCause() instanceof OutOfMemoryError memory -> sentence(memory);
            case GenerationException e -> e.getMessage();
            case UnavailableException e -> e.getMessage();
            case IllegalArgumentException e -> e.getMessage();
            case ArithmeticException e -> "the sizes asked for pass 2^63 bytes: choose fewer or smaller instances";
            case OutOfMemoryError e ->
                "there is not enough memory (" + e.getMessage()
                        + "): choose fewer workers, a smaller batch or smaller instances";
            case InternalError e ->
                "a file was cut by another program while it was being read (" + e.getMessage() + ")";
            case ExceptionInInitializerError e when e.getCause() != null -> sentence(e.getCause());
            case NoClassDefFoundError e when e.getCause() != null -> sentence(e.getCause());
            case ServiceConfigurationError e -> {
                String cause = e.getCause() == null ? null : sentence(e.getCause());
                yield cause == null ? e.getMessage() : cause;
            }
            case UncheckedIOException e -> sentence(e.getCause());
            case IOException e -> ioSentence(e);
            default -> null;
        };
    }

    private static String ioSentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case AccessDeniedException e -> "there is no permission for " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " exists already: remove it or choose another name";
            case NotDirectoryException e -> e.getFile() + " is not a directory";
            case FileSystemException e -> e.getFile() + ": " + e.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
