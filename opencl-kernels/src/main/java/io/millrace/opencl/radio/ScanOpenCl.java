package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;

/** {@code scan.cl}: integers that blocks add up to, and what was before each of them. */
final class ScanOpenCl {
    private final Kernel kernel;
    private final Scratch sums;

    ScanOpenCl(Room room) {
        kernel = room.kernel("scan_blocks", "scan.cl");
        sums = room.queue().newScratch();
    }

    /** Room for a sum of each block of each row. */
    Buffer sums(int rows, int blocks) {
        return sums.of((long) Integer.BYTES * rows * blocks);
    }

    /** Enqueues the scan of what the blocks' kernel put there. */
    void enqueue(int rows, int blocks) {
        kernel.arg(blocks).arg(sums(rows, blocks)).run(rows);
    }
}
