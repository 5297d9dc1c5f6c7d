package io.millrace.pipeline;

/** Asks running workers to stop at the next batch boundary; may be asked from any thread, more than once. */
public final class Cancellation {
    private volatile boolean asked;

    /** Not asked yet. */
    public Cancellation() {}

    /** Asks. */
    public void cancel() {
        asked = true;
    }

    /** Whether somebody asked. */
    public boolean cancelled() {
        return asked;
    }
}
