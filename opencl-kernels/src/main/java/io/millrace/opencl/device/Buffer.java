package io.millrace.opencl.device;

/** Memory that a device computes in. */
public final class Buffer implements AutoCloseable {
    private final Cl cl;
    private final long handle;
    private final long bytes;
    private boolean closed;

    Buffer(Cl cl, long handle, long bytes) {
        this.cl = cl;
        this.handle = handle;
        this.bytes = bytes;
    }

    /**
     * OpenCL's handle.
     *
     * @throws IllegalStateException once it is closed
     */
    public long handle() {
        if (closed) {
            throw new IllegalStateException("this buffer is closed");
        }
        return handle;
    }

    /** How large it is. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cl.releaseBuffer(handle);
        }
    }
}
