package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;

import io.millrace.math.TurnsVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link PhasorScalar} over lanes of samples. */
final class PhasorVector implements PhasorKernel {
    @Override
    public void make(int[] turns, int count, float radius, float[] re, float[] im, int at) {
        FloatVector length = FloatVector.broadcast(FLOAT, radius);
        for (int k = 0; k < count; k += FLOAT.length()) {
            TurnsVector.polar(length, IntVector.fromArray(INT, turns, k), im, re, at + k);
        }
    }
}
