package io.millrace.routing;

import io.millrace.batch.Batch;

/** Makes one quantity of an instance and writes its fields; a worker runs its parts in order, for each instance. */
interface Part {
    /** The batch that the next instances go to. */
    default void bind(Batch batch) {}

    /** The next instances are {@code first … first + count − 1}; what is drawn for all at once is drawn here. */
    default void prepare(long first, int count) {}

    /** Makes it for instance number {@code number} of those prepared. */
    void make(Instance instance, int number);
}
