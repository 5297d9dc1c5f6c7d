package io.millrace.fft;

/** Butterflies of any odd radix; sums and differences are staged through arrays. */
final class FloatPrimeScalar {
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    private final float[] sumRe = new float[PAIRS];
    private final float[] sumIm = new float[PAIRS];
    private final float[] differenceRe = new float[PAIRS];
    private final float[] differenceIm = new float[PAIRS];

    void run(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
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
        FloatStagesScalar.twist(
                aRe + bIm, aIm - bRe, step.cos()[left], step.sin()[left], outRe, outIm, y + k * yStride);
        FloatStagesScalar.twist(
                aRe - bIm, aIm + bRe, step.cos()[right], step.sin()[right], outRe, outIm, y + (radix - k) * yStride);
    }
}
