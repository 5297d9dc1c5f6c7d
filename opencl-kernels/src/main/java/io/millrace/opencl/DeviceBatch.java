package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.GenerationException;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.OpenClException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch in a device's memory: one buffer per field, with the bytes that a {@link Batch}'s tensor would have. For whoever goes on
 * with it on the same device, without a download:
 *
 * <pre>{@code
 * try (OpenClWorker worker = generator.newWorker(); DeviceBatch batch = worker.newDeviceBatch(4096)) {
 *     worker.fill(0, 4096, batch);
 *     // enqueue what reads batch.buffer("coords"), waiting for batch.event()
 * }
 * }</pre>
 */
public final class DeviceBatch implements AutoCloseable {
    private final Schema schema;
    private final Context context;
    private final int capacity;
    private final List<Buffer> buffers = new ArrayList<>();
    private long first;
    private int count;
    /** Of the commands that wrote it; those before the last tell of errors alone. */
    private long[] events = {};

    private boolean closed;

    private DeviceBatch(Schema schema, Context context, int capacity) {
        this.schema = schema;
        this.context = context;
        this.capacity = capacity;
    }

    /** In memory of the device. */
    static DeviceBatch allocate(Schema schema, Context context, int capacity) {
        DeviceBatch batch = new DeviceBatch(schema, context, capacity);
        try {
            for (Field field : schema.fields()) {
                batch.buffers.add(context.allocate(field.bytes() * capacity));
            }
            return batch;
        } catch (Throwable t) {
            batch.close();
            throw t;
        }
    }

    /** In the memory of the first instances of a batch of the host. */
    static DeviceBatch over(Batch host, int count, Context context) {
        DeviceBatch batch = new DeviceBatch(host.schema(), context, count);
        try {
            for (int field = 0; field < host.schema().fields().size(); field++) {
                MemorySegment tensor = host.tensor(field);
                batch.buffers.add(context.over(
                        tensor.address(), host.schema().fields().get(field).bytes() * count));
            }
            return batch;
        } catch (Throwable t) {
            batch.close();
            throw t;
        }
    }

    /** What the buffers hold. */
    public Schema schema() {
        return schema;
    }

    /** The most instances that fit. */
    public int capacity() {
        return capacity;
    }

    /** The index of the first instance. */
    public long first() {
        return first;
    }

    /** The number of instances. */
    public int count() {
        return count;
    }

    /** The buffers in the fields' order. */
    List<Buffer> buffers() {
        return buffers;
    }

    /**
     * The buffer of a field, by its position.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public Buffer buffer(int field) {
        requireOpen();
        return buffers.get(field);
    }

    /** The buffer of the field of that name, see {@link #buffer(int)}. */
    public Buffer buffer(String field) {
        return buffer(schema.indexOf(field));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this batch is closed");
        }
    }

    /** OpenCL's handle of the context that the buffers belong to. */
    public long context() {
        return context.handle();
    }

    /** Whether it is open, and on that device. */
    void requireOn(Context other) {
        requireOpen();
        if (other != context) {
            throw new IllegalArgumentException("this batch is on another worker's device or context");
        }
    }

    /** OpenCL's handle of the event that comes when the buffers are written; valid until the next filling, or the close. */
    public long event() {
        requireOpen();
        return events.length == 0 ? 0 : events[events.length - 1];
    }

    /**
     * Waits until the buffers are written.
     *
     * @throws GenerationException if the device failed at it
     */
    public void await() {
        requireOpen();
        try {
            if (events.length > 0) {
                context.cl().await(events, events.length);
            }
        } catch (OpenClException e) {
            throw OpenClWorker.failure(first, context.device(), e);
        }
    }

    /** Takes the events of what writes it, the last of which comes after all others. */
    void filled(long first, int count, long[] events) {
        forget();
        this.first = first;
        this.count = count;
        this.events = events;
    }

    private void forget() {
        for (long event : events) {
            context.cl().releaseEvent(event);
        }
        events = new long[0];
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            forget();
        } finally {
            buffers.forEach(Buffer::close);
        }
    }
}
