package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A dataset that is damaged, unfinished, another one than meant, or that cannot be written; the message is one sentence
 * that names the file, what is wrong, and what would be right.
 */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public DatasetException(String message) {
        super(message);
    }

    /** With a sentence and its cause. */
    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }

    /** In the usual form: the file, then what is wrong with it. */
    DatasetException(Path file, String wrong) {
        super(file + ": " + wrong);
    }
}
