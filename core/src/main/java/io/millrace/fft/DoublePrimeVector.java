package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/** {@link DoublePrimeScalar} over lanes of the inner index, at least a vector of them in a row. */
final class DoublePrimeVector {
    private static final int LANES = DOUBLE.length();
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    /** x₀, then the sums of pairs. */
    private final double[] sumRe = new double[(1 + PAIRS) * LANES];

    private final double[] sumIm = new double[(1 + PAIRS) * LANES];
    private final double[] differenceRe = new double[(1 + PAIRS) * LANES];
    private final double[] differenceIm = new double[(1 + PAIRS) * LANES];

    void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        int last = Math.max(0, step.inner() - LANES);
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i += LANES) {
                int j = Math.min(i, last);
                int wj = w + j * step.twiddle().inner();
                pairs(step, re, im, x + j);
                sum(step.radix() / 2, outRe, outIm, y + j);
                for (int k = 1; k <= step.radix() / 2; k++) {
                    two(step, k, outRe, outIm, y + j, wj);
                }
            }
        }
    }

    private void pairs(Step<double[]> step, double[] re, double[] im, int x) {
        int stride = step.in().stride();
        int left = x + stride;
        int right = x + (step.radix() - 1) * stride;
        DoubleVector.fromArray(DOUBLE, re, x).intoArray(sumRe, 0);
        DoubleVector.fromArray(DOUBLE, im, x).intoArray(sumIm, 0);
        for (int to = LANES; left < right; left += stride, right -= stride, to += LANES) {
            DoubleVector leftRe = DoubleVector.fromArray(DOUBLE, re, left);
            DoubleVector leftIm = DoubleVector.fromArray(DOUBLE, im, left);
            DoubleVector rightRe = DoubleVector.fromArray(DOUBLE, re, right);
            DoubleVector rightIm = DoubleVector.fromArray(DOUBLE, im, right);
            leftRe.add(rightRe).intoArray(sumRe, to);
            leftIm.add(rightIm).intoArray(sumIm, to);
            leftRe.sub(rightRe).intoArray(differenceRe, to);
            leftIm.sub(rightIm).intoArray(differenceIm, to);
        }
    }

    private void sum(int pairs, double[] outRe, double[] outIm, int y) {
        DoubleVector yRe = DoubleVector.fromArray(DOUBLE, sumRe, 0);
        DoubleVector yIm = DoubleVector.fromArray(DOUBLE, sumIm, 0);
        for (int j = LANES; j <= pairs * LANES; j += LANES) {
            yRe = yRe.add(DoubleVector.fromArray(DOUBLE, sumRe, j));
            yIm = yIm.add(DoubleVector.fromArray(DOUBLE, sumIm, j));
        }
        yRe.intoArray(outRe, y);
        yIm.intoArray(outIm, y);
    }

    /** The outputs k and r − k. */
    private void two(Step<double[]> step, int k, double[] outRe, double[] outIm, int y, int w) {
        int radix = step.radix();
        double[] rootCos = step.rootCos();
        double[] rootSin = step.rootSin();
        DoubleVector c = DoubleVector.broadcast(DOUBLE, rootCos[k]);
        DoubleVector s = DoubleVector.broadcast(DOUBLE, rootSin[k]);
        DoubleVector aRe =
                c.fma(DoubleVector.fromArray(DOUBLE, sumRe, LANES), DoubleVector.fromArray(DOUBLE, sumRe, 0));
        DoubleVector aIm =
                c.fma(DoubleVector.fromArray(DOUBLE, sumIm, LANES), DoubleVector.fromArray(DOUBLE, sumIm, 0));
        DoubleVector bRe = s.mul(DoubleVector.fromArray(DOUBLE, differenceRe, LANES));
        DoubleVector bIm = s.mul(DoubleVector.fromArray(DOUBLE, differenceIm, LANES));
        int turn = k;
        for (int j = 2 * LANES; j <= radix / 2 * LANES; j += LANES) {
            turn += turn + k < radix ? k : k - radix;
            c = DoubleVector.broadcast(DOUBLE, rootCos[turn]);
            s = DoubleVector.broadcast(DOUBLE, rootSin[turn]);
            aRe = c.fma(DoubleVector.fromArray(DOUBLE, sumRe, j), aRe);
            aIm = c.fma(DoubleVector.fromArray(DOUBLE, sumIm, j), aIm);
            bRe = s.fma(DoubleVector.fromArray(DOUBLE, differenceRe, j), bRe);
            bIm = s.fma(DoubleVector.fromArray(DOUBLE, differenceIm, j), bIm);
        }
        w += (k - 1) * step.twiddle().stride();
        int to = y + k * step.out().stride();
        DoubleVector yRe = aRe.add(bIm);
        DoubleVector yIm = aIm.sub(bRe);
        c = DoubleVector.fromArray(DOUBLE, step.cos(), w);
        s = DoubleVector.fromArray(DOUBLE, step.sin(), w);
        yIm.fma(s, yRe.mul(c)).intoArray(outRe, to);
        yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, to);
        w += (radix - 2 * k) * step.twiddle().stride();
        to = y + (radix - k) * step.out().stride();
        yRe = aRe.sub(bIm);
        yIm = aIm.add(bRe);
        c = DoubleVector.fromArray(DOUBLE, step.cos(), w);
        s = DoubleVector.fromArray(DOUBLE, step.sin(), w);
        yIm.fma(s, yRe.mul(c)).intoArray(outRe, to);
        yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, to);
    }
}
