package io.millrace.opencl.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The host's memory that one thread's uploads are made from, as large as it was ever needed. The next ones may be written once the last ones
 * are on the device, while that still computes.
 */
public final class Staging implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private final Queue queue;
    private Arena arena = Arena.ofShared();
    private MemorySegment segment = MemorySegment.NULL;
    /** The event that comes when the last uploads are done; 0 before the first. */
    private long uploaded;

    /** For uploads by a queue. */
    public Staging(Queue queue) {
        this.queue = queue;
    }

    /** At least that many bytes, holding anything; waits for the last uploads. */
    public MemorySegment of(long bytes) {
        await();
        if (segment.byteSize() < bytes) {
            segment = MemorySegment.NULL;
            arena.close();
            arena = Arena.ofShared();
            segment = arena.allocate(bytes, ALIGNMENT);
        }
        return segment;
    }

    private void await() {
        if (uploaded != 0) {
            long event = uploaded;
            uploaded = 0;
            try {
                queue.context().cl().await(event);
            } catch (OpenClException failed) {
                // it is over, and whoever wanted that was told
            } finally {
                queue.context().cl().releaseEvent(event);
            }
        }
    }

    /** All uploads from it are enqueued. */
    public void sent() {
        uploaded = queue.marker();
    }

    /** Waits for nothing: the queue is closed before. */
    @Override
    public void close() {
        if (uploaded != 0) {
            queue.context().cl().releaseEvent(uploaded);
            uploaded = 0;
        }
        arena.close();
    }
}
