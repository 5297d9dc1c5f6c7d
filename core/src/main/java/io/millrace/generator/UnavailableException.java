package io.millrace.generator;

/** Something optional that was asked for and is not here; the message says what was tried. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public UnavailableException(String message) {
        super(message);
    }
}
