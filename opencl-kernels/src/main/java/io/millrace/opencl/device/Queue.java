package io.millrace.opencl.device;

import static org.lwjgl.opencl.CL10.CL_PROFILING_COMMAND_END;
import static org.lwjgl.opencl.CL10.CL_PROFILING_COMMAND_START;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thread's commands for a device, done in their order: kernels, then transfers. Where several queues are at work, the device
 * does the transfers of one beside the kernels of another. Owns its kernels and its scratch memory.
 */
public final class Queue implements AutoCloseable {
    private final Context context;
    private final Cl cl;
    private final long handle;
    private final Arena arena = Arena.ofShared();
    /** Where a call leaves its event. */
    private final MemorySegment event = arena.allocate(ValueLayout.JAVA_LONG);

    private final List<Kernel> kernels = new ArrayList<>();
    private final List<Scratch> scratches = new ArrayList<>();

    /** Of the commands since the queue was finished. */
    private long[] events = new long[16];

    /** Whether each is a transfer. */
    private boolean[] transfers = new boolean[16];

    private int pending;
    private boolean closed;

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

    /** A kernel of a source, for this queue alone and as long as it lives. */
    public Kernel kernel(Source source, String name) {
        long kernel = cl.createKernel(context.program(source), name);
        try {
            kernels.add(new Kernel(this, kernel));
        } catch (Throwable t) {
            cl.releaseKernel(kernel);
            throw t;
        }
        return kernels.getLast();
    }

    /**
     * Numbers on the device, as long as its context lives: written by whichever queue asks for them first.
     *
     * @param name what all queues of the context call them
     * @param writer fills that many bytes of the host's memory
     */
    public Buffer constant(String name, long bytes, Consumer<MemorySegment> writer) {
        return context.constant(name, () -> {
            Buffer buffer = context.allocate(bytes);
            try (Arena staging = Arena.ofShared()) {
                MemorySegment memory = staging.allocate(bytes, 64);
                writer.accept(memory);
                try {
                    write(memory, buffer);
                    finish();
                } catch (Throwable t) {
                    abandon();
                    throw t;
                }
                return buffer;
            } catch (Throwable t) {
                buffer.close();
                throw t;
            }
        });
    }

    /** Memory between this queue's kernels. */
    public Scratch newScratch() {
        Scratch scratch = new Scratch(context);
        scratches.add(scratch);
        return scratch;
    }

    /** Gives scratch memory back until it is asked for again. */
    public void shrink() {
        scratches.forEach(Scratch::close);
    }

    /** Memory of the host that lives as long as the queue. */
    MemorySegment hostMemory(long bytes) {
        return arena.allocate(bytes, 8);
    }

    /** Runs a kernel, see {@link Cl#enqueueKernel}. */
    void enqueue(long kernel, int dimensions, MemorySegment offset, MemorySegment global, MemorySegment local) {
        cl.enqueueKernel(
                handle, kernel, dimensions, offset.address(), global.address(), local.address(), event.address());
        note(false);
    }

    /** Copies the first bytes of a buffer to the host. */
    public void read(Buffer from, MemorySegment to) {
        if (to.byteSize() > 0) {
            cl.enqueueRead(handle, from.handle(), to.byteSize(), to.address(), event.address());
            note(true);
        }
    }

    /** Copies from the host to the beginning of a buffer; the memory must stay as it is until {@link #finish}. */
    public void write(MemorySegment from, Buffer to) {
        if (from.byteSize() > 0) {
            cl.enqueueWrite(handle, to.handle(), from.byteSize(), from.address(), event.address());
            note(true);
        }
    }

    private void note(boolean transfer) {
        if (pending == events.length) {
            events = Arrays.copyOf(events, 2 * pending);
            transfers = Arrays.copyOf(transfers, 2 * pending);
        }
        events[pending] = event.get(ValueLayout.JAVA_LONG, 0);
        transfers[pending++] = transfer;
    }

    /**
     * Waits as {@link #finish} does, and makes what the device wrote into {@link Context#over} buffers visible to the host. They
     * are mapped for reading, so that nothing is written back when the mapping is taken back, after this has returned.
     */
    public void publish(List<Buffer> buffers) {
        long[] addresses = new long[buffers.size()];
        int mapped = 0;
        try {
            for (; mapped < addresses.length; mapped++) {
                Buffer buffer = buffers.get(mapped);
                addresses[mapped] = cl.map(handle, buffer.handle(), buffer.bytes());
            }
            finish();
        } finally {
            unmap(buffers, addresses, mapped);
        }
    }

    /** One that fails leaves the others no less to be unmapped. */
    private void unmap(List<Buffer> buffers, long[] addresses, int count) {
        if (count > 0) {
            try {
                cl.unmap(handle, buffers.get(count - 1).handle(), addresses[count - 1]);
            } finally {
                unmap(buffers, addresses, count - 1);
            }
        }
    }

    /** An event that comes once all so far is done; whoever asked releases it. The device is started. */
    public long marker() {
        cl.enqueueMarker(handle, event.address());
        long marker = event.get(ValueLayout.JAVA_LONG, 0);
        try {
            cl.flush(handle);
            return marker;
        } catch (Throwable t) {
            cl.releaseEvent(marker);
            throw t;
        }
    }

    /** Adds an event that comes once all so far is done, and starts the device. */
    public void mark() {
        cl.enqueueMarker(handle, event.address());
        note(true);
        cl.flush(handle);
    }

    /** The events so far, which whoever asked waits for and releases; this queue forgets them, and does not time them. */
    public long[] detach() {
        long[] detached = Arrays.copyOf(events, pending);
        pending = 0;
        return detached;
    }

    private void forget() {
        while (pending > 0) {
            cl.releaseEvent(events[--pending]);
        }
    }

    /**
     * Waits until everything is done, and tells the device's clock of it.
     *
     * @throws OpenClException if a command failed on the device
     */
    public void finish() {
        cl.finish(handle);
        try {
            if (pending > 0) {
                cl.await(events, pending);
            }
            for (int i = 0; i < pending; i++) {
                time(events[i], transfers[i]);
            }
        } finally {
            forget();
        }
    }

    private void time(long command, boolean transfer) {
        long start;
        long end;
        try {
            start = cl.time(command, CL_PROFILING_COMMAND_START);
            end = cl.time(command, CL_PROFILING_COMMAND_END);
        } catch (OpenClException untimed) {
            // the command was done all the same
            return;
        }
        if (transfer) {
            context.clock().transferred(start, end);
        } else {
            context.clock().computed(start, end);
        }
    }

    /** After a failure, or for a result that nobody wants: waits for what was enqueued, and starts anew. */
    public void abandon() {
        try {
            cl.finish(handle);
        } catch (OpenClException failed) {
            // the failure that led here is the one to tell of
        } finally {
            forget();
            kernels.forEach(Kernel::restart);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            abandon();
            shrink();
            kernels.forEach(Kernel::release);
        } finally {
            cl.releaseQueue(handle);
            arena.close();
        }
    }
}
