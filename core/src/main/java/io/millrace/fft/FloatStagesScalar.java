package io.millrace.fft;

/** The reference in single precision: one butterfly after the other. */
final class FloatStagesScalar extends Stages<float[]> {
    private final FloatPrimeScalar prime = new FloatPrimeScalar();

    FloatStagesScalar() {
        super(Precision.FLOAT);
    }

    @Override
    int lanes() {
        return 1;
    }

    @Override
    void run(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        switch (step.radix()) {
            case 2 -> two(step, re, im, at, outRe, outIm, outAt);
            case 3 -> FloatOddScalar.three(step, re, im, at, outRe, outIm, outAt);
            case 4 -> four(step, re, im, at, outRe, outIm, outAt);
            case 5 -> FloatOddScalar.five(step, re, im, at, outRe, outIm, outAt);
            default -> prime.run(step, re, im, at, outRe, outIm, outAt);
        }
    }

    @Override
    void interleave(int rows, int length, float[] in, int at, float[] out, int outAt) {
        int to = outAt;
        for (int i = 0; i < length; i++) {
            int from = at + i;
            for (int row = 0; row < rows; row++) {
                out[to++] = in[from];
                from += length;
            }
        }
    }

    private static void two(
            Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        for (int o = 0; o < step.outer(); o++) {
            int x0 = at + o * step.in().outer();
            int y0 = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                int x1 = x0 + step.in().stride();
                float yRe = re[x0] - re[x1];
                float yIm = im[x0] - im[x1];
                outRe[y0] = re[x0] + re[x1];
                outIm[y0] = im[x0] + im[x1];
                twist(yRe, yIm, cos[w1], sin[w1], outRe, outIm, y0 + step.out().stride());
                x0 += step.in().inner();
                y0 += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }

    private static void four(
            Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                float sum02Re = re[x] + re[x + 2 * xStride];
                float sum02Im = im[x] + im[x + 2 * xStride];
                float minus02Re = re[x] - re[x + 2 * xStride];
                float minus02Im = im[x] - im[x + 2 * xStride];
                float sum13Re = re[x + xStride] + re[x + 3 * xStride];
                float sum13Im = im[x + xStride] + im[x + 3 * xStride];
                float minus13Re = re[x + xStride] - re[x + 3 * xStride];
                float minus13Im = im[x + xStride] - im[x + 3 * xStride];
                int w2 = w1 + step.twiddle().stride();
                int w3 = w2 + step.twiddle().stride();
                outRe[y] = sum02Re + sum13Re;
                outIm[y] = sum02Im + sum13Im;
                twist(minus02Re + minus13Im, minus02Im - minus13Re, cos[w1], sin[w1], outRe, outIm, y + yStride);
                twist(sum02Re - sum13Re, sum02Im - sum13Im, cos[w2], sin[w2], outRe, outIm, y + 2 * yStride);
                twist(minus02Re - minus13Im, minus02Im + minus13Re, cos[w3], sin[w3], outRe, outIm, y + 3 * yStride);
                x += step.in().inner();
                y += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }

    /** Writes (re + i·im)(cos − i·sin). */
    static void twist(float re, float im, float cos, float sin, float[] outRe, float[] outIm, int y) {
        outRe[y] = Math.fma(im, sin, re * cos);
        outIm[y] = Math.fma(im, cos, -(re * sin));
    }
}
