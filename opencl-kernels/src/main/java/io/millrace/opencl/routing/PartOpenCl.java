package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;

/** Makes one quantity of instances on a device: a kernel or two with their arguments. What it holds there is the queue's. */
interface PartOpenCl {
    /** Bytes of device memory that an instance takes beside its fields. */
    default long scratchBytes() {
        return 0;
    }

    /** Enqueues what makes it; the fields that it reads are written by parts before it. */
    void enqueue(long first, int count, DeviceBatch fields);
}
