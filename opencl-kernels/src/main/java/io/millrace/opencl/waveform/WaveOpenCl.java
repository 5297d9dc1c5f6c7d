package io.millrace.opencl.waveform;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.waveform.WaveformSpec;

/** Writes both polarizations: {@code wave.cl}. */
final class WaveOpenCl implements OutputOpenCl {
    private final TiledKernel kernel;

    WaveOpenCl(WaveformSpec spec, Queue queue) {
        kernel = new TiledKernel("wave", spec, queue);
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.args().arg(signals).arg(grid).arg(fields.buffer("h_plus")).arg(fields.buffer("h_cross"));
        kernel.run(count);
    }
}
