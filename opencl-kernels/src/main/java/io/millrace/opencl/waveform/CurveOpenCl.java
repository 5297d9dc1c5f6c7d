package io.millrace.opencl.waveform;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.waveform.WaveformSpec;

/** Writes amplitude and phase: {@code curve.cl}. */
final class CurveOpenCl implements OutputOpenCl {
    private final TiledKernel kernel;

    CurveOpenCl(WaveformSpec spec, Queue queue) {
        kernel = new TiledKernel("curve", spec, queue);
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.args().arg(signals).arg(grid).arg(fields.buffer("amplitude")).arg(fields.buffer("phase"));
        kernel.run(count);
    }
}
