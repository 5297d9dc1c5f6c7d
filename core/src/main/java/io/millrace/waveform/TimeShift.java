package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.math.Turns;
import io.millrace.waveform.domain.Domain;
import java.lang.foreign.MemorySegment;

/**
 * Moves a waveform in time, {@code h(f)·e^(−2πift)}, where a library computed it; kernels of Millrace's own have it in their
 * phase. Scalar: it is small beside any library's call.
 */
final class TimeShift {
    private final Domain domain;
    private final boolean single;

    TimeShift(Domain domain, DType type) {
        this.domain = domain;
        this.single = type == DType.C8;
    }

    /** One row of a tensor by {@code seconds}, later if positive. */
    void apply(double seconds, MemorySegment h, int row) {
        long first = (long) row * domain.bins();
        for (int bin = 0; bin < domain.bins(); bin++) {
            double turns = domain.frequency(bin) * seconds;
            double c = Turns.cosOf(turns);
            double s = Turns.sinOf(turns);
            double re = single
                    ? h.getAtIndex(Elements.F4, 2 * (first + bin))
                    : h.getAtIndex(Elements.F8, 2 * (first + bin));
            double im = single
                    ? h.getAtIndex(Elements.F4, 2 * (first + bin) + 1)
                    : h.getAtIndex(Elements.F8, 2 * (first + bin) + 1);
            WaveScalar.set(single, h, first + bin, re * c + im * s, im * c - re * s);
        }
    }
}
