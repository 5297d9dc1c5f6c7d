package io.millrace.cli.export;

import java.util.concurrent.CancellationException;

/** The user stopped the command. */
public final class StoppedException extends CancellationException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public StoppedException(String message) {
        super(message);
    }
}
