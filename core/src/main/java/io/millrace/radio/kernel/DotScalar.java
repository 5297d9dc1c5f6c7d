package io.millrace.radio.kernel;

import java.util.Arrays;

/** The reference. */
final class DotScalar implements DotKernel {
    private final float[] sums = new float[MixScalar.WAYS];

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int count) {
        Arrays.fill(sums, 0);
        for (int j = 0; j < count; j++) {
            sums[j % MixScalar.WAYS] = Math.fma(a[aAt + j], b[bAt + j], sums[j % MixScalar.WAYS]);
        }
        return MixScalar.tree(sums);
    }

    @Override
    public float most(float[] a, int at, int count) {
        float most = 0;
        for (int j = at; j < at + count; j++) {
            most = Math.max(most, a[j]);
        }
        return most;
    }
}
