package io.millrace.opencl.waveform;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;

/** Evaluates signals into what a spec writes: a kernel with its arguments. */
interface OutputOpenCl {
    /**
     * Enqueues instances {@code first … first + count − 1}.
     *
     * @param signals rows of {@link io.millrace.waveform.SignalColumn}s
     * @param grid the {@link io.millrace.waveform.GridColumn}s
     */
    void enqueue(long first, int count, Buffer signals, Buffer grid, DeviceBatch fields);
}
