package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/**
 * In place of the polarizations the amplitude A and the unwrapped phase of h̃ in radians, so that h̃ = A·e^(i·phase). Plain
 * arithmetic of one rounding each, which the compiler puts into lanes by itself. Class reproducible.
 */
final class CurveKernel implements WaveKernel {
    private static final double TURN = 2 * Math.PI;

    private final boolean single;
    private final float[] floats = new float[ClosedForm.BLOCK];

    CurveKernel(DType type) {
        this.single = type == DType.F4;
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
            MemorySegment first,
            MemorySegment second,
            long element) {
        for (int i = from - base; i < to - base; i++) {
            phase[i] *= -TURN;
        }
        store(amplitude, from - base, to - from, first, element + from);
        store(phase, from - base, to - from, second, element + from);
    }

    private void store(double[] values, int at, int count, MemorySegment to, long element) {
        if (single) {
            for (int i = 0; i < count; i++) {
                floats[i] = (float) values[at + i];
            }
            MemorySegment.copy(floats, 0, to, Elements.F4, 4 * element, count);
        } else {
            MemorySegment.copy(values, at, to, Elements.F8, 8 * element, count);
        }
    }
}
