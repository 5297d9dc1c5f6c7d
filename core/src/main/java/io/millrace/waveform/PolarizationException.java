package io.millrace.waveform;

/** A model that failed at parameters that looked well; the message says what it said, and the parameters. */
public final class PolarizationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public PolarizationException(String message) {
        super(message);
    }

    /** With a sentence and what led to it. */
    public PolarizationException(String message, Throwable cause) {
        super(message, cause);
    }
}
