package io.millrace.radio.kernel;

/** The reference. */
final class FilterScalar implements FilterKernel {
    @Override
    public void add(float[] a, int aAt, float[] b, int bAt, float[] taps, int tap, float[] y, int at) {
        for (int j = 0; j < Block.STEP; j++) {
            float sum = y[at + j];
            for (int k = 0; k < TAPS / 2; k++) {
                sum = Math.fma(taps[tap + 2 * k], a[aAt + j + k], sum);
                sum = Math.fma(taps[tap + 2 * k + 1], b[bAt + j + k], sum);
            }
            y[at + j] = sum;
        }
    }
}
