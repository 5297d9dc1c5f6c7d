package io.millrace.fft;

/** Butterflies of any odd radix; sums and differences are staged through arrays. */
final class DoublePrimeScalar {
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    private final double[] sumRe = new double[PAIRS];
    private final double[] sumIm = new double[PAIRS];
    private final double[] differenceRe = new double[PAIRS];
    private final double[] differenceIm = new double[PAIRS];

    void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        int pairs = step.radix() / 2;
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                double firstRe = re[x];
                double firstIm = im[x];
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

    private void pairs(Step<double[]> step, double[] re, double[] im, int x) {
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

    private void sum(int pairs, double firstRe, double firstIm, double[] outRe, double[] outIm, int y) {
        double yRe = firstRe;
        double yIm = firstIm;
        for (int j = 0; j < pairs; j++) {
            yRe += sumRe[j];
            yIm += sumIm[j];
        }
        outRe[y] = yRe;
        outIm[y] = yIm;
    }

    /** The outputs k and r − k. */
    private void two(
            Step<double[]> step, int k, double firstRe, double firstIm, int w, double[] outRe, double[] outIm, int y) {
        int radix = step.radix();
        double[] rootCos = step.rootCos();
        double[] rootSin = step.rootSin();
        double aRe = Math.fma(rootCos[k], sumRe[0], firstRe);
        double aIm = Math.fma(rootCos[k], sumIm[0], firstIm);
        double bRe = rootSin[k] * differenceRe[0];
        double bIm = rootSin[k] * differenceIm[0];
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
        DoubleStagesScalar.twist(
                aRe + bIm, aIm - bRe, step.cos()[left], step.sin()[left], outRe, outIm, y + k * yStride);
        DoubleStagesScalar.twist(
                aRe - bIm, aIm + bRe, step.cos()[right], step.sin()[right], outRe, outIm, y + (radix - k) * yStride);
    }
}
