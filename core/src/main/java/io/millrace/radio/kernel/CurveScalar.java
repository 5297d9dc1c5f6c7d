package io.millrace.radio.kernel;

/** The reference. */
final class CurveScalar implements CurveKernel {
    @Override
    public void make(float[] c, int from, float start, float step, int count, float[] out, int at) {
        for (int j = 0; j < count; j++) {
            float u = Math.fma(j, step, start);
            float p = Math.fma(u, c[from + 5], c[from + 4]);
            p = Math.fma(u, p, c[from + 3]);
            p = Math.fma(u, p, c[from + 2]);
            p = Math.fma(u, p, c[from + 1]);
            out[at + j] = Math.fma(u, p, c[from]);
        }
    }
}
