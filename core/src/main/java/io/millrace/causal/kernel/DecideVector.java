package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;

/** {@link DecideScalar} over lanes. */
final class DecideVector implements DecideKernel {
    @Override
    public void logistic(float[] noise, int at, int count, float[] x, int to) {
        for (int r = 0; r < count; r += FLOAT.length()) {
            FloatVector p = SmoothVector.logistic(FloatVector.fromArray(FLOAT, x, to + r));
            FloatVector.zero(FLOAT)
                    .blend(1, FloatVector.fromArray(FLOAT, noise, at + r).compare(LT, p))
                    .blend(p, p.compare(NE, p))
                    .intoArray(x, to + r);
        }
    }
}
