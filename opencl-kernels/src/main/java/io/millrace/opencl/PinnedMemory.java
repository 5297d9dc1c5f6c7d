package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Queue;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Batches in memory of the host that a driver has pinned, so that a device reads and writes it by itself. Closed with the last
 * batch, if that is closed later than itself. Safe for all threads.
 */
final class PinnedMemory implements AutoCloseable {
    private final Queue queue;
    private int open;
    private boolean closed;

    PinnedMemory(Context context) {
        queue = context.newQueue();
    }

    /**
     * A new batch.
     *
     * @throws io.millrace.opencl.device.OpenClException if there is no such memory left
     */
    synchronized Batch batch(Schema schema, int capacity) {
        long bytes = Batch.bytes(schema, capacity);
        Buffer buffer = queue.context().allocatePinned(bytes);
        Arena arena = Arena.ofShared();
        long address = 0;
        try {
            address = queue.context().cl().mapWritable(queue.handle(), buffer.handle(), bytes);
            queue.finish();
            long mapped = address;
            Batch batch = Batch.over(schema, capacity, segment(mapped, bytes, arena), () -> {
                arena.close();
                release(buffer, mapped);
            });
            open++;
            return batch;
        } catch (Throwable t) {
            arena.close();
            try (buffer) {
                if (address != 0) {
                    queue.context().cl().unmap(queue.handle(), buffer.handle(), address);
                }
            }
            throw t;
        }
    }

    @SuppressWarnings("restricted") // memory that a driver gave has no other way to become a segment
    private static MemorySegment segment(long address, long bytes, Arena arena) {
        return MemorySegment.ofAddress(address).reinterpret(bytes, arena, segment -> {});
    }

    private synchronized void release(Buffer buffer, long address) {
        open--;
        try (buffer) {
            queue.context().cl().unmap(queue.handle(), buffer.handle(), address);
            queue.finish();
        } finally {
            if (closed && open == 0) {
                queue.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open == 0) {
            queue.close();
        }
    }
}
