package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why the system did not do what it was asked, in words. */
final class Reason {
    /** There is no room; more room is all that it takes. */
    static final String FULL = "the disk is full";

    private Reason() {}

    /**
     * Of a failure to write.
     *
     * @param place what was to be written; ask before what was begun is deleted
     */
    static String ofWriting(IOException failure, Path place) {
        boolean told = failure instanceof DatasetException || failure instanceof AccessDeniedException;
        return !told && Space.isShort(failure, place) ? FULL : of(failure);
    }

    /** Of any failure. */
    static String of(IOException failure) {
        return switch (failure) {
            case DatasetException e -> e.getMessage();
            case AccessDeniedException e -> "there is no permission for " + e.getFile();
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
            default -> failure.toString();
        };
    }
}
