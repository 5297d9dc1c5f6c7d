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
 * One thread's queue on a device: uploads what its steps need, runs their kernels, and downloads into the batch; on a device that
 * shares the host's memory the kernels write the batch itself. Several workers' transfers and kernels overlap.
 *
 * <p>A slice that is too large for the device is filled in parts: half as large after each allocation that failed.
 */
public final class OpenClWorker implements Worker {
    /** The part of a device's memory that one worker's instances may take. */
    private static final int SHARE = 8;

    private final Schema schema;
    private final Queue queue;
    private final Steps steps;
    private final boolean unified;
    /** The most instances at once. */
    private int most;
    /** Where the device writes, unless that is the host's memory. */
    private DeviceBatch own;

    OpenClWorker(Schema schema, Queue queue, Steps steps, boolean unified) {
        this.schema = schema;
        this.queue = queue;
        this.steps = steps;
        this.unified = unified;
        this.most = most(schema, steps, queue.context());
    }

    /** What a share of the memory holds, the largest buffer, and the work-items that an {@code int} counts. */
    private static int most(Schema schema, Steps steps, Context context) {
        long each = schema.instanceBytes() + steps.scratchBytes();
        long most = context.device().memory() / SHARE / each;
        for (Field field : schema.fields()) {
            most = Math.min(most, context.device().largest() / field.bytes());
            most = Math.min(most, (1L << 30) / Math.max(4, field.elements()));
        }
        return Math.clamp(most, 1, 1 << 24);
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        for (int done = 0; done < count; ) {
            int now = Math.min(most, count - done);
            try {
                fillPart(first + done, now, now == batch.count() ? batch : batch.slice(done, now));
                done += now;
            } catch (OpenClException e) {
                recover(first + done, now, e);
            } catch (RuntimeException | Error e) {
                queue.abandon();
                throw e;
            }
        }
    }

    private void recover(long first, int count, OpenClException e) {
        queue.abandon();
        release();
        if (!e.outOfMemory() || count == 1) {
            throw new GenerationException(
                    first, "the device " + queue.context().device().name() + ": " + e.getMessage(), e);
        }
        most = count / 2;
    }

    private void fillPart(long first, int count, Batch part) {
        if (unified) {
            try (DeviceBatch shared = DeviceBatch.over(part, count, queue.context())) {
                steps.enqueue(first, count, shared);
                queue.publish(shared.buffers());
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
     * @throws OpenClException if there is no room for it
     */
    public DeviceBatch newDeviceBatch(int capacity) {
        return DeviceBatch.allocate(schema, queue.context(), capacity);
    }

    /**
     * Enqueues instances {@code first … first + count − 1} into a batch of this worker's device and returns; the batch's event
     * tells when they are written. First waits for what this worker enqueued before.
     */
    public void fill(long first, int count, DeviceBatch batch) {
        if (count < 0 || count > batch.capacity()) {
            throw new IndexOutOfBoundsException(count + " instances in a batch of capacity " + batch.capacity());
        }
        try {
            queue.finish();
            if (count > 0) {
                steps.enqueue(first, count, batch);
            }
            batch.filled(first, count, queue.marker());
        } catch (OpenClException e) {
            queue.abandon();
            throw new GenerationException(
                    first, "the device " + queue.context().device().name() + ": " + e.getMessage(), e);
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
        queue.abandon();
        release();
        steps.close();
        queue.close();
    }
}
