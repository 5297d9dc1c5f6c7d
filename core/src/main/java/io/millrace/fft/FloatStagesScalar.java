package io.millrace.fft;

/** The reference in single precision: one butterfly after the other. */
final class FloatStagesScalar extends Stages<float[]> {
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    private final float[] sumRe = new float[PAIRS];
    private final float[] sumIm = new float[PAIRS];
    private final float[] differenceRe = new float[PAIRS];
    private final float[] differenceIm = new float[PAIRS];

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
            case 4 -> four(step, re, im, at, outRe, outIm, outAt);
            default -> odd(step, re, im, at, outRe, outIm, outAt);
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

    private void odd(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        int pairs = step.radix() / 2;
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                float firstRe = re[x];
                float firstIm = im[x];
                pairs(step, re, im, x);
                sum(pairs, firstRe, firstIm, outRe, outIm, y);
                for (int k = 1; k <= pairs; k++) {
                    two(step, k, firstRe, firstIm, w, outRe, outIm, y);
                }
                x += step.in().inner();
                y += step.out().inner();
                w += step.twiddle().inner();
            }
        }
    }

    private void pairs(Step<float[]> step, float[] re, float[] im, int x) {
        int stride = step.in().stride();
        for (int j = 0; j < step.radix() / 2; j++) {
            int left = x + (j + 1) * stride;
            int right = x + (step.radix() - 1 - j) * stride;
            sumRe[j] = re[left] + re[right];
            sumIm[j] = im[left] + im[right];
            differenceRe[j] = re[left] - re[right];
            differenceIm[j] = im[left] - im[right];
        }
    }

    private void sum(int pairs, float firstRe, float firstIm, float[] outRe, float[] outIm, int y) {
        float yRe = firstRe;
        float yIm = firstIm;
        for (int j = 0; j < pairs; j++) {
            yRe += sumRe[j];
            yIm += sumIm[j];
        }
        outRe[y] = yRe;
        outIm[y] = yIm;
    }

    /** The outputs k and r − k. */
    private void two(
            Step<float[]> step, int k, float firstRe, float firstIm, int w, float[] outRe, float[] outIm, int y) {
        int radix = step.radix();
        float[] rootCos = step.rootCos();
        float[] rootSin = step.rootSin();
        float aRe = Math.fma(rootCos[k], sumRe[0], firstRe);
        float aIm = Math.fma(rootCos[k], sumIm[0], firstIm);
        float bRe = rootSin[k] * differenceRe[0];
        float bIm = rootSin[k] * differenceIm[0];
        int turn = k;
        for (int j = 1; j < radix / 2; j++) {
            turn += turn + k < radix ? k : k - radix;
            aRe = Math.fma(rootCos[turn], sumRe[j], aRe);
            aIm = Math.fma(rootCos[turn], sumIm[j], aIm);
            bRe = Math.fma(rootSin[turn], differenceRe[j], bRe);
            bIm = Math.fma(rootSin[turn], differenceIm[j], bIm);
        }
        int left = w + (k - 1) * step.twiddle().stride();
        int right = w + (radix - k - 1) * step.twiddle().stride();
        int yStride = step.out().stride();
        twist(aRe + bIm, aIm - bRe, step.cos()[left], step.sin()[left], outRe, outIm, y + k * yStride);
        twist(aRe - bIm, aIm + bRe, step.cos()[right], step.sin()[right], outRe, outIm, y + (radix - k) * yStride);
    }

    private static void twist(float re, float im, float cos, float sin, float[] outRe, float[] outIm, int y) {
        outRe[y] = Math.fma(im, sin, re * cos);
        outIm[y] = Math.fma(im, cos, -(re * sin));
    }
}
