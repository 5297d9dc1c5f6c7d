package io.millrace.waveform;

import java.lang.foreign.MemorySegment;

/**
 * From amplitude and phase to both polarizations: with {@code C = A·cos 2πφ}, {@code S = A·sin 2πφ} and h̃ = C − iS,
 *
 * <pre>
 *   h₊ = (C·plusRe + S·plusIm) + i(C·plusIm − S·plusRe)       h× likewise
 * </pre>
 *
 * in double precision; a tensor of single precision gets the rounded result. Class reproducible; the error relative to A is
 * below 1e-15 and that of the phase.
 */
interface WaveKernel {
    /**
     * Bins {@code from … to − 1} of one instance.
     *
     * @param amplitude A of bin {@code b} at {@code b − base}
     * @param phase φ in turns, likewise; overwritten
     * @param sine scratch of the same length
     * @param first a tensor of h₊
     * @param second a tensor of h×
     * @param element where the instance begins in both: the position of its bin 0
     */
    void write(
            Signal signal,
            int from,
            int to,
            double[] amplitude,
            double[] phase,
            double[] sine,
            int base,
            MemorySegment first,
            MemorySegment second,
            long element);
}
