package io.millrace.causal.kernel;

/** The reference. */
final class ColumnScalar implements ColumnKernel {
    @Override
    public float largest(float[] x, int at, int count) {
        float largest = 0;
        for (int r = at; r < at + count; r++) {
            largest = Math.max(largest, Math.abs(x[r]));
        }
        return largest;
    }

    @Override
    public void scale(float[] x, int from, int count, float shift, float factor, int to) {
        for (int r = 0; r < count; r++) {
            x[to + r] = (x[from + r] - shift) * factor;
        }
    }

    @Override
    public void squash(float[] x, int at, int count, float a, float b, float c) {
        for (int r = at; r < at + count; r++) {
            x[r] = Smooth.squash(x[r], a, b, c);
        }
    }
}
