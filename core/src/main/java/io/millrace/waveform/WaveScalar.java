package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.math.Turns;
import java.lang.foreign.MemorySegment;

/** The reference for {@link WaveKernel}. */
final class WaveScalar implements WaveKernel {
    private final boolean single;

    WaveScalar(DType type) {
        single = type == DType.C8;
    }

    @Override
    public void write(
            Signal signal,
            int from,
            int to,
            double[] amplitude,
            double[] phase,
            double[] sine,
            int base,
            MemorySegment plus,
            MemorySegment cross,
            long element) {
        for (int bin = from; bin < to; bin++) {
            double turns = phase[bin - base];
            double c = Turns.cosOf(turns) * amplitude[bin - base];
            double s = Turns.sinOf(turns) * amplitude[bin - base];
            store(single, plus, element + bin, c, s, signal.plusRe, signal.plusIm);
            store(single, cross, element + bin, c, s, signal.crossRe, signal.crossIm);
        }
    }

    /** One polarization's bin. */
    static void store(boolean single, MemorySegment to, long element, double c, double s, double re, double im) {
        double real = Math.fma(s, im, c * re);
        double imaginary = Math.fma(c, im, s * -re);
        set(single, to, element, real, imaginary);
    }

    /** One complex number. */
    static void set(boolean single, MemorySegment to, long element, double real, double imaginary) {
        if (single) {
            to.setAtIndex(Elements.F4, 2 * element, (float) real);
            to.setAtIndex(Elements.F4, 2 * element + 1, (float) imaginary);
        } else {
            to.setAtIndex(Elements.F8, 2 * element, real);
            to.setAtIndex(Elements.F8, 2 * element + 1, imaginary);
        }
    }
}
