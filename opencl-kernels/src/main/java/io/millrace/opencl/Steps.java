package io.millrace.opencl;

/**
 * A workload's kernels on one device, for one worker: what a worker's parts are on the host. What it holds on the device is its
 * queue's; what it closes is memory of the host.
 */
public interface Steps extends AutoCloseable {
    /** Bytes of device memory that an instance takes beside its fields. */
    long scratchBytes();

    /**
     * Whether {@link #enqueue} uploads from memory of the host, which must stay as it is until the queue is finished: it is not
     * called again before.
     */
    default boolean uploads() {
        return false;
    }

    /**
     * Enqueues whatever writes instances {@code first … first + count − 1} into the fields; waits for nothing.
     *
     * @param count 1 or more, at most the fields' capacity
     */
    void enqueue(long first, int count, DeviceBatch fields);

    @Override
    default void close() {}
}
