package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link FilterScalar} over lanes of sums, written out: coefficients stay in registers, and bounds are checked before the loop. */
final class FilterVector implements FilterKernel {
    private static final int LANES = FLOAT.length();

    @Override
    public void add(float[] a, int aAt, float[] b, int bAt, float[] taps, int tap, float[] y, int at) {
        FloatVector c0 = FloatVector.broadcast(FLOAT, taps[tap]);
        FloatVector c1 = FloatVector.broadcast(FLOAT, taps[tap + 1]);
        FloatVector c2 = FloatVector.broadcast(FLOAT, taps[tap + 2]);
        FloatVector c3 = FloatVector.broadcast(FLOAT, taps[tap + 3]);
        FloatVector c4 = FloatVector.broadcast(FLOAT, taps[tap + 4]);
        FloatVector c5 = FloatVector.broadcast(FLOAT, taps[tap + 5]);
        FloatVector c6 = FloatVector.broadcast(FLOAT, taps[tap + 6]);
        FloatVector c7 = FloatVector.broadcast(FLOAT, taps[tap + 7]);
        FloatVector c8 = FloatVector.broadcast(FLOAT, taps[tap + 8]);
        FloatVector c9 = FloatVector.broadcast(FLOAT, taps[tap + 9]);
        FloatVector c10 = FloatVector.broadcast(FLOAT, taps[tap + 10]);
        FloatVector c11 = FloatVector.broadcast(FLOAT, taps[tap + 11]);
        for (int j = 0; j < Block.STEP; j += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOAT, y, at + j);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j).fma(c0, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j).fma(c1, sum);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j + 1).fma(c2, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j + 1).fma(c3, sum);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j + 2).fma(c4, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j + 2).fma(c5, sum);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j + 3).fma(c6, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j + 3).fma(c7, sum);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j + 4).fma(c8, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j + 4).fma(c9, sum);
            sum = FloatVector.fromArray(FLOAT, a, aAt + j + 5).fma(c10, sum);
            sum = FloatVector.fromArray(FLOAT, b, bAt + j + 5).fma(c11, sum);
            sum.intoArray(y, at + j);
        }
    }
}
