package io.millrace.opencl.device;

import static org.lwjgl.opencl.CL10.CL_PROFILING_COMMAND_END;
import static org.lwjgl.opencl.CL10.CL_PROFILING_COMMAND_START;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * One thread's commands for a device, done in their order: kernels, then transfers. Where several queues are at work, the device
 * does the transfers of one beside the kernels of another.
 */
public final class Queue implements AutoCloseable {
    private static final long NONE = 0;

    private final Context context;
    private final Cl cl;
    private final long handle;
    private final Arena arena = Arena.ofShared();
    /** Where a call leaves its event. */
    private final MemorySegment event = arena.allocate(ValueLayout.JAVA_LONG);

    private final Span kernels = new Span();
    private final Span transfers = new Span();

    /** The events of the first and the last command of a kind. */
    private static final class Span {
        private long first = NONE;
        private long last = NONE;
    }

    Queue(Context context) {
        this.context = context;
        this.cl = context.cl();
        try {
            this.handle = cl.createQueue(context.handle(), context.device().deviceId());
        } catch (Throwable t) {
            arena.close();
            throw t;
        }
    }

    /** The device's. */
    public Context context() {
        return context;
    }

    /** OpenCL's handle. */
    public long handle() {
        return handle;
    }

    /** A kernel of a source, for this queue alone. */
    public Kernel kernel(Source source, String name) {
        return new Kernel(this, cl.createKernel(context.program(source), name));
    }

    /** Memory that lives as long as the queue. */
    MemorySegment scratch(long bytes) {
        return arena.allocate(bytes, 8);
    }

    /** Runs a kernel, see {@link Cl#enqueueKernel}. */
    void enqueue(long kernel, int dimensions, MemorySegment offset, MemorySegment global, MemorySegment local) {
        cl.enqueueKernel(
                handle, kernel, dimensions, offset.address(), global.address(), local.address(), event.address());
        note(kernels);
    }

    /** Copies the first bytes of a buffer to the host. */
    public void read(Buffer from, MemorySegment to) {
        if (to.byteSize() > 0) {
            cl.enqueueRead(handle, from.handle(), to.byteSize(), to.address(), event.address());
            note(transfers);
        }
    }

    /** Copies from the host to the beginning of a buffer; the memory must stay as it is until {@link #finish}. */
    public void write(MemorySegment from, Buffer to) {
        if (from.byteSize() > 0) {
            cl.enqueueWrite(handle, to.handle(), from.byteSize(), from.address(), event.address());
            note(transfers);
        }
    }

    /** Copies the first bytes of one buffer to another. */
    public void copy(Buffer from, Buffer to, long bytes) {
        cl.enqueueCopy(handle, from.handle(), to.handle(), bytes, event.address());
        note(kernels);
    }

    /** Waits as {@link #finish} does, and makes what the device wrote into {@link Context#over} buffers visible to the host. */
    public void publish(List<Buffer> buffers) {
        long[] addresses = new long[buffers.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] =
                    cl.map(handle, buffers.get(i).handle(), buffers.get(i).bytes());
        }
        finish();
        for (int i = 0; i < addresses.length; i++) {
            cl.unmap(handle, buffers.get(i).handle(), addresses[i]);
        }
    }

    private void note(Span span) {
        long now = event.get(ValueLayout.JAVA_LONG, 0);
        if (span.first == NONE) {
            span.first = now;
        } else {
            if (span.last != NONE) {
                cl.releaseEvent(span.last);
            }
            span.last = now;
        }
    }

    /** An event that comes once all so far is done; whoever asked releases it. The device is started. */
    public long marker() {
        cl.enqueueMarker(handle, event.address());
        cl.flush(handle);
        return event.get(ValueLayout.JAVA_LONG, 0);
    }

    /**
     * Waits until everything is done.
     *
     * @throws OpenClException if a command failed on the device
     */
    public void finish() {
        cl.finish(handle);
        time(kernels, true);
        time(transfers, false);
    }

    private void time(Span span, boolean computing) {
        if (span.first == NONE) {
            return;
        }
        try {
            long last = span.last == NONE ? span.first : span.last;
            // also tells of an error that came after the command was enqueued
            cl.await(last);
            long start = cl.time(span.first, CL_PROFILING_COMMAND_START);
            long end = cl.time(last, CL_PROFILING_COMMAND_END);
            if (computing) {
                context.clock().computed(start, end);
            } else {
                context.clock().transferred(start, end);
            }
        } finally {
            forget(span);
        }
    }

    private void forget(Span span) {
        for (long one : new long[] {span.first, span.last}) {
            if (one != NONE) {
                cl.releaseEvent(one);
            }
        }
        span.first = NONE;
        span.last = NONE;
    }

    /** Waits for what was enqueued, whatever became of it, after a failure or for a result that nobody wants. */
    public void abandon() {
        try {
            cl.finish(handle);
        } catch (OpenClException failed) {
            // the failure that led here is the one to tell of
        } finally {
            forget(kernels);
            forget(transfers);
        }
    }

    @Override
    public void close() {
        try {
            abandon();
        } finally {
            cl.releaseQueue(handle);
            arena.close();
        }
    }
}
