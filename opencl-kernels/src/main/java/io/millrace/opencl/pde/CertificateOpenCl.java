package io.millrace.opencl.pde;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.pde.PdeSpec;
import java.util.Map;

/** {@code certificate.cl}: what certificates tell of frames. */
final class CertificateOpenCl {
    /** Numbers of a frame: sum, sum of squares, the largest. */
    static final int SUMS = 3;

    private final PdeSpec spec;
    private final Kernel kernel;
    private final Scratch sums;

    CertificateOpenCl(Room room) {
        spec = room.spec();
        kernel = room.kernel("frame_sums", Map.of(), 0, "certificate.cl");
        sums = room.queue().newScratch();
    }

    /** Bytes of so many trajectories. */
    long bytes(int count) {
        return (long) Double.BYTES * SUMS * spec.frames() * count;
    }

    /** Enqueues all frames of a pass. */
    Buffer enqueue(Pass pass) {
        Buffer out = sums.of(bytes(pass.count()));
        kernel.arg(spec.frames())
                .arg(spec.numbers())
                .arg(pass.slots())
                .arg(pass.fields().buffer("u"))
                .arg(spec.dtype().ordinal())
                .arg(out)
                .run((long) pass.count() * spec.frames());
        return out;
    }
}
