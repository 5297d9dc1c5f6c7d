package io.millrace.pipeline;

/** Told after each batch how far a run is; called on the workers' threads, so it must be quick and thread-safe. */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} instances have been delivered. */
    void update(long done, long total);
}
