package io.millrace.generator;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.spec.Spec;
import java.util.Optional;

/** Instances of one spec and one seed, by one backend's kernels. Immutable and safe for all threads. */
public interface Generator extends AutoCloseable {
    /** What is generated. */
    Spec spec();

    /** The key of the random numbers. */
    long seed();

    /** The fields that {@link Worker#fill} writes. */
    Schema schema();

    /** The backend's name. */
    String backend();

    /** For instances computed by someone else's library: its name and version. Their bits are then not promised. */
    default Optional<String> foreign() {
        return Optional.empty();
    }

    /** The number of instances where the spec has only so many: indices from 0 to one less. */
    default long size() {
        return Long.MAX_VALUE;
    }

    /** A new worker, for one thread. */
    Worker newWorker();

    /**
     * Memory for a batch, of the kind that the workers fill fastest: a device's may be pinned. Any other batch will do.
     *
     * @throws OutOfMemoryError if there is no room for it
     */
    default Batch newBatch(int capacity) {
        return Batch.allocate(schema(), capacity);
    }

    /** What keeps the workers busy; empty where processors compute. */
    default Optional<Pace> pace() {
        return Optional.empty();
    }

    /** What the devices of all workers have done so far; empty where processors compute. */
    default Optional<Activity> activity() {
        return Optional.empty();
    }

    /** Releases what it holds for its workers (a device's program, a library's tables), once they and its batches are closed. */
    @Override
    default void close() {}
}
