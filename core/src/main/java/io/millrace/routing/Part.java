package io.millrace.routing;

import io.millrace.batch.Batch;

/** Makes one quantity of some instances and writes its fields; a worker runs its parts in order, over a chunk at a time. */
interface Part {
    /** The batch that the next instances go to. */
    default void bind(Batch batch) {}

    /** Makes it for {@code chunk[0 … count − 1]}, instances of consecutive indices and rows. */
    void make(Instance[] chunk, int count);
}
