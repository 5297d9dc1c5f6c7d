package io.millrace.opencl.waveform;

import io.millrace.batch.DType;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Philox;
import io.millrace.waveform.Prologue;
import io.millrace.waveform.WaveformSpec;

/** Writes the strains of detectors: {@code strain.cl}. */
final class StrainOpenCl implements OutputOpenCl {
    private final int bins;
    private final int detectors;
    private final int noisyFrom;
    private final Philox philox;
    private final Kernel kernel;

    StrainOpenCl(WaveformSpec spec, long seed, Prologue prologue, Queue queue) {
        bins = spec.domain().bins();
        detectors = prologue.detectors();
        noisyFrom = prologue.noisyFrom();
        philox = Philox.of(WaveformSpec.WORKLOAD, seed);
        kernel =
                queue.kernel(WaveformOpenCl.source("strain.cl"), spec.dtype() == DType.C8 ? "strain_c8" : "strain_c16");
    }

    @Override
    public void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields) {
        kernel.arg(bins)
                .arg(signals)
                .arg(grid)
                .arg(detectors)
                .arg(noisyFrom)
                .arg(first)
                .arg(philox)
                .arg(fields.buffer("strain"))
                .run(bins, (long) count);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
