package io.millrace.generator;

/** An instance that could not be made. */
public final class GenerationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Its index. */
    private final long index;

    /** The message is prefixed with the index. */
    public GenerationException(long index, String message, Throwable cause) {
        super("instance " + index + ": " + message, cause);
        this.index = index;
    }

    /** The index of the instance, or the first of the slice that failed where the kernel did not say more. */
    public long index() {
        return index;
    }
}
