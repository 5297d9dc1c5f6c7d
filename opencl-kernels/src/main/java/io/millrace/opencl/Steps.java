package io.millrace.opencl;

/**
 * A workload's kernels on one device, for one worker: what a worker's parts are on the host. Owns kernels, scratch and staging
 * memory.
 */
public interface Steps extends AutoCloseable {
    /** Bytes of device memory that an instance takes beside its fields. */
    long scratchBytes();

    /**
     * Enqueues whatever writes instances {@code first … first + count − 1} into the fields; waits for nothing. Memory of the host
     * that it uploads from stays as it is until the queue is finished, and it is not called again before.
     *
     * @param count 1 or more, at most the fields' capacity
     */
    void enqueue(long first, int count, DeviceBatch fields);

    @Override
    void close();
}
