package io.millrace.opencl.waveform;

import io.millrace.batch.DType;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.waveform.WaveformSpec;

/** Writes amplitude and phase: {@code curve.cl}. */
final class CurveOpenCl implements OutputOpenCl {
    private final int bins;
    private final Kernel kernel;

    CurveOpenCl(WaveformSpec spec, Queue queue) {
        bins = spec.domain().bins();
        kernel = queue.kernel(WaveformOpenCl.source("curve.cl"), spec.dtype() == DType.C8 ? "curve_f4" : "curve_f8");
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.arg(bins)
                .arg(signals)
                .arg(grid)
                .arg(fields.buffer("amplitude"))
                .arg(fields.buffer("phase"))
                .run(bins, (long) count);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
