package io.millrace.opencl.device;

/** Device memory between the kernels of one queue, as large as it was ever needed. */
public final class Scratch {
    private final Context context;
    private Buffer buffer;

    Scratch(Context context) {
        this.context = context;
    }

    /** At least that many bytes, holding anything. What was asked for before is gone if it was smaller. */
    public Buffer of(long bytes) {
        if (buffer == null || buffer.bytes() < bytes) {
            close();
            buffer = context.allocate(bytes);
        }
        return buffer;
    }

    void close() {
        if (buffer != null) {
            buffer.close();
            buffer = null;
        }
    }
}
