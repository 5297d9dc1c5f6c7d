package io.millrace.opencl.waveform;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Philox;
import io.millrace.waveform.Prologue;
import io.millrace.waveform.WaveformSpec;

/** Writes the strains of detectors: {@code strain.cl}. */
final class StrainOpenCl implements OutputOpenCl {
    private final int detectors;
    private final int noisyFrom;
    private final Philox philox;
    private final TiledKernel kernel;

    StrainOpenCl(WaveformSpec spec, long seed, Prologue prologue, Queue queue) {
        detectors = prologue.detectors();
        noisyFrom = prologue.noisyFrom();
        philox = Philox.of(WaveformSpec.WORKLOAD, seed);
        kernel = new TiledKernel("strain", spec, queue);
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.args()
                .arg(signals)
                .arg(grid)
                .arg(detectors)
                .arg(noisyFrom)
                .arg(first)
                .arg(philox)
                .arg(fields.buffer("strain"));
        kernel.run(count);
    }
}
