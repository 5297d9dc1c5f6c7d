package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;

/** Makes one quantity of instances on a device: a kernel or two with their arguments. */
interface PartOpenCl extends AutoCloseable {
    /** Bytes of device memory that an instance takes beside its fields. */
    default long scratchBytes() {
        return 0;
    }

    /** Enqueues what makes it; the fields that it reads are written by parts before it. */
    void enqueue(long first, int count, DeviceBatch fields);

    /** Closes what is its own, not the {@link Room}'s. */
    @Override
    default void close() {}
}
