package io.millrace.opencl;

/**
 * A workload's kernels on one device, for one worker: what a worker's parts are on the host. What it holds on the device is its
 * queue's; what it closes is memory of the host.
 */
public interface Steps extends AutoCloseable {
    /** Bytes of device memory that an instance takes beside its fields. */
    long scratchBytes();

    /** Whether the host computes a part of each instance, so that more workers than a device has commands on its way pay. */
    default boolean uploads() {
        return false;
    }

    /**
     * Enqueues whatever writes instances {@code first … first + count − 1} into the fields. Waits for nothing but its own last
     * upload, if the next is made from the same memory of the host.
     *
     * @param count 1 or more, at most the fields' capacity
     */
    void enqueue(long first, int count, DeviceBatch fields);

    @Override
    default void close() {}
}
