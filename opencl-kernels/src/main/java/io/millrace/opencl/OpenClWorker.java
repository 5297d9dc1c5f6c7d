package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.opencl.device.Context;
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

    private final Schema schema;
    private final Queue queue;
    private final Steps steps;
    private final boolean shared;
    /** The most instances that kernels can count. */
    private final int limit;
    /** The most instances at once. */
    private int most;

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
        this.most = Math.clamp(queue.context().device().memory() / SHARE / each, 1, limit);
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
                strikes = 0;
            } catch (OpenClException e) {
                recover(first + done, now, e);
            } catch (RuntimeException | Error e) {
                queue.abandon();
                throw e;
            }
        }
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
    }

    private GenerationException failure(long first, OpenClException e) {
        return new GenerationException(
                first, "the device " + queue.context().device().name() + ": " + e.getMessage(), e);
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
     * Enqueues instances {@code first … first + count − 1} into a batch of this worker's device; the batch's event tells when they
     * are written. Returns at once, but for a workload that uploads what the host computes: it waits for this worker's last
     * upload.
     *
     * @throws IndexOutOfBoundsException for more instances than the batch holds
     */
    public void fill(long first, int count, DeviceBatch batch) {
        requireOpen();
        if (count < 0 || count > batch.capacity()) {
            throw new IndexOutOfBoundsException(count + " instances in a batch of capacity " + batch.capacity());
        }
        try {
            if (steps.uploads()) {
                queue.finish();
            }
            if (count > 0) {
                steps.enqueue(first, count, batch);
            }
            batch.filled(first, count, queue.marker());
            if (!steps.uploads()) {
                queue.forget();
            }
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
