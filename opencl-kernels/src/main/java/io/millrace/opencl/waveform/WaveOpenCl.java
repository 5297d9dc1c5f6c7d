package io.millrace.opencl.waveform;

import io.millrace.batch.DType;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.waveform.WaveformSpec;

/** Writes both polarizations: {@code wave.cl}. */
final class WaveOpenCl implements OutputOpenCl {
    private final int bins;
    private final Kernel kernel;

    WaveOpenCl(WaveformSpec spec, Queue queue) {
        bins = spec.domain().bins();
        kernel = queue.kernel(WaveformOpenCl.source("wave.cl"), spec.dtype() == DType.C8 ? "wave_c8" : "wave_c16");
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.arg(bins)
                .arg(signals)
                .arg(grid)
                .arg(fields.buffer("h_plus"))
                .arg(fields.buffer("h_cross"))
                .run(bins, (long) count);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
