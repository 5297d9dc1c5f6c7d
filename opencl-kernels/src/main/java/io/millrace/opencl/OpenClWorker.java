package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.OpenClException;
import io.millrace.opencl.device.Queue;
import java.util.List;

/**
 * One thread's queue on a device: uploads what its steps need, runs their kernels, and downloads into the batch; a device that
 * computes in the host's memory writes the batch itself. Several workers' transfers and kernels overlap.
 *
 * <p>A slice that is too large for the device is filled in parts: half as large after each allocation that failed.
 */
public final class OpenClWorker implements Worker {
    /** The part of a device's memory that one worker's instances may take. */
    private static final int SHARE = 8;

    /** Halvings for what a driver calls a lack of resources, which may be one of memory, or anything. */
    private static final int MOST_STRIKES = 4;

    /** Parts that are filled without a failure before larger ones are tried. */
    private static final int PATIENCE = 64;

    private final Schema schema;
    private final Queue queue;
    private final Steps steps;
    private final boolean shared;
    /** The most instances that kernels can count. */
    private final int limit;
    /** The most instances at once where memory is not short. */
    private final int whole;
    /** The most instances at once. */
    private int most;
    /** Parts filled since memory was short. */
    private int successes;

    private int strikes;
    /** Where the device writes, unless that is the host's memory. */
    private DeviceBatch own;

    private boolean closed;

    OpenClWorker(Schema schema, Queue queue, Steps steps, boolean shared) {
        this.schema = schema;
        this.queue = queue;
        this.steps = steps;
        this.shared = shared;
        this.limit = limit(schema, queue.context());
        long each = schema.instanceBytes() + steps.scratchBytes();
        this.whole = Math.clamp(queue.context().device().memory() / SHARE / each, 1, limit);
        this.most = whole;
    }

    /** What the largest buffer holds, and the work-items that an {@code int} counts. */
    private static int limit(Schema schema, Context context) {
        long limit = 1 << 24;
        for (Field field : schema.fields()) {
            limit = Math.min(limit, context.device().largest() / field.bytes());
            limit = Math.min(limit, (1L << 30) / Math.max(4, field.elements()));
        }
        return Math.toIntExact(Math.max(limit, 1));
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        requireOpen();
        for (int done = 0; done < count; ) {
            int now = Math.min(most, count - done);
            try {
                fillPart(first + done, now, now == batch.count() ? batch : batch.slice(done, now));
                done += now;
                succeeded();
            } catch (OpenClException e) {
                recover(first + done, now, e);
            } catch (RuntimeException | Error e) {
                queue.abandon();
                throw e;
            }
        }
    }

    /** What lacked memory once need not lack it for ever. */
    private void succeeded() {
        strikes = 0;
        if (most < whole && ++successes == PATIENCE) {
            successes = 0;
            most = (int) Math.min(2L * most, whole);
        }
    }

    /** Whether the host computes a part of each instance. */
    boolean uploads() {
        return steps.uploads();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this worker is closed");
        }
    }

    private void recover(long first, int count, OpenClException e) {
        queue.abandon();
        queue.shrink();
        release();
        boolean memory = e.outOfMemory() || e.outOfResources() && strikes++ < MOST_STRIKES;
        if (!memory || count == 1) {
            throw failure(first, e);
        }
        most = count / 2;
        successes = 0;
    }

    private GenerationException failure(long first, OpenClException e) {
        return failure(first, context().device(), e);
    }

    /** A failure of the slice that begins there. */
    static GenerationException failure(long first, Device device, OpenClException e) {
        return new GenerationException(first, "the device " + device.name() + ": " + e.getMessage(), e);
    }

    private void fillPart(long first, int count, Batch part) {
        if (shared) {
            try (DeviceBatch fields = DeviceBatch.over(part, count, queue.context())) {
                steps.enqueue(first, count, fields);
                queue.publish(fields.buffers());
            }
            return;
        }
        if (own == null || own.capacity() < count) {
            release();
            own = DeviceBatch.allocate(schema, queue.context(), count);
        }
        steps.enqueue(first, count, own);
        List<Field> fields = schema.fields();
        for (int field = 0; field < fields.size(); field++) {
            queue.read(
                    own.buffer(field),
                    part.tensor(field).asSlice(0, fields.get(field).bytes() * count));
        }
        queue.finish();
    }

    /** The device that this worker's batches are on, opened; queues of it may read them. */
    public Context context() {
        return queue.context();
    }

    /**
     * Memory on this worker's device.
     *
     * @throws IllegalArgumentException for more instances than its kernels can count, or its largest buffer holds
     * @throws OpenClException if there is no room for it
     */
    public DeviceBatch newDeviceBatch(int capacity) {
        requireOpen();
        if (capacity < 1 || capacity > limit) {
            throw new IllegalArgumentException("a batch on the device "
                    + context().device().name() + " has 1 to " + limit + " instances, not " + capacity);
        }
        return DeviceBatch.allocate(schema, queue.context(), capacity);
    }

    /**
     * Enqueues instances {@code first … first + count − 1} into a batch of this worker's device, after whatever it enqueued before,
     * and returns; the batch's event tells when they are written. Where the host computes a part of them (waveforms), it does so
     * first, while the device is still at the batch before.
     *
     * @throws IndexOutOfBoundsException for more instances than the batch holds
     * @throws IllegalArgumentException for a batch of another device
     */
    public void fill(long first, int count, DeviceBatch batch) {
        requireOpen();
        batch.requireOn(queue.context());
        if (count < 0 || count > batch.capacity()) {
            throw new IndexOutOfBoundsException(count + " instances in a batch of capacity " + batch.capacity());
        }
        try {
            if (count > 0) {
                steps.enqueue(first, count, batch);
            }
            queue.mark();
            batch.filled(first, count, queue.detach());
        } catch (OpenClException e) {
            queue.abandon();
            throw failure(first, e);
        } catch (RuntimeException | Error e) {
            queue.abandon();
            throw e;
        }
    }

    private void release() {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            queue.abandon();
            release();
        } finally {
            try {
                queue.close();
            } finally {
                steps.close();
            }
        }
    }
}
