package io.millrace.pipeline;

/**
 * Told after each batch how far a run is: by a {@link Pipeline} on the consumer's thread, by a {@link Drain} on the workers',
 * one call at a time.
 */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} instances have been delivered. */
    void update(long done, long total);
}
