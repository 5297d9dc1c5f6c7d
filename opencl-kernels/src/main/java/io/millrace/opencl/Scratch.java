package io.millrace.opencl;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;

/** Device memory between the kernels of one worker, as large as it was ever needed. */
public final class Scratch implements AutoCloseable {
    private final Queue queue;
    private Buffer buffer;

    /** Of a worker. */
    public Scratch(Queue queue) {
        this.queue = queue;
    }

    /** At least that many bytes, holding anything. What was asked for before is gone if it was smaller. */
    public Buffer of(long bytes) {
        if (buffer == null || buffer.bytes() < bytes) {
            close();
            buffer = queue.context().allocate(bytes);
        }
        return buffer;
    }

    @Override
    public void close() {
        if (buffer != null) {
            buffer.close();
            buffer = null;
        }
    }
}
