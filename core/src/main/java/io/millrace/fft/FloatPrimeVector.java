package io.millrace.fft;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link FloatPrimeScalar} over lanes of the inner index, at least a vector of them in a row. */
final class FloatPrimeVector {
    private static final int LANES = FLOAT.length();
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    /** x₀, then the sums of pairs. */
    private final float[] sumRe = new float[(1 + PAIRS) * LANES];

    private final float[] sumIm = new float[(1 + PAIRS) * LANES];
    private final float[] differenceRe = new float[(1 + PAIRS) * LANES];
    private final float[] differenceIm = new float[(1 + PAIRS) * LANES];

    void run(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
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

    private void pairs(Step<float[]> step, float[] re, float[] im, int x) {
        int stride = step.in().stride();
        int left = x + stride;
        int right = x + (step.radix() - 1) * stride;
        FloatVector.fromArray(FLOAT, re, x).intoArray(sumRe, 0);
        FloatVector.fromArray(FLOAT, im, x).intoArray(sumIm, 0);
        for (int to = LANES; left < right; left += stride, right -= stride, to += LANES) {
            FloatVector leftRe = FloatVector.fromArray(FLOAT, re, left);
            FloatVector leftIm = FloatVector.fromArray(FLOAT, im, left);
            FloatVector rightRe = FloatVector.fromArray(FLOAT, re, right);
            FloatVector rightIm = FloatVector.fromArray(FLOAT, im, right);
            leftRe.add(rightRe).intoArray(sumRe, to);
            leftIm.add(rightIm).intoArray(sumIm, to);
            leftRe.sub(rightRe).intoArray(differenceRe, to);
            leftIm.sub(rightIm).intoArray(differenceIm, to);
        }
    }

    private void sum(int pairs, float[] outRe, float[] outIm, int y) {
        FloatVector yRe = FloatVector.fromArray(FLOAT, sumRe, 0);
        FloatVector yIm = FloatVector.fromArray(FLOAT, sumIm, 0);
        for (int j = LANES; j <= pairs * LANES; j += LANES) {
            yRe = yRe.add(FloatVector.fromArray(FLOAT, sumRe, j));
            yIm = yIm.add(FloatVector.fromArray(FLOAT, sumIm, j));
        }
        yRe.intoArray(outRe, y);
        yIm.intoArray(outIm, y);
    }

    /** The outputs k and r − k. */
    private void two(Step<float[]> step, int k, float[] outRe, float[] outIm, int y, int w) {
        int radix = step.radix();
        float[] rootCos = step.rootCos();
        float[] rootSin = step.rootSin();
        FloatVector c = FloatVector.broadcast(FLOAT, rootCos[k]);
        FloatVector s = FloatVector.broadcast(FLOAT, rootSin[k]);
        FloatVector aRe = c.fma(FloatVector.fromArray(FLOAT, sumRe, LANES), FloatVector.fromArray(FLOAT, sumRe, 0));
        FloatVector aIm = c.fma(FloatVector.fromArray(FLOAT, sumIm, LANES), FloatVector.fromArray(FLOAT, sumIm, 0));
        FloatVector bRe = s.mul(FloatVector.fromArray(FLOAT, differenceRe, LANES));
        FloatVector bIm = s.mul(FloatVector.fromArray(FLOAT, differenceIm, LANES));
        int turn = k;
        for (int j = 2 * LANES; j <= radix / 2 * LANES; j += LANES) {
            turn += turn + k < radix ? k : k - radix;
            c = FloatVector.broadcast(FLOAT, rootCos[turn]);
            s = FloatVector.broadcast(FLOAT, rootSin[turn]);
            aRe = c.fma(FloatVector.fromArray(FLOAT, sumRe, j), aRe);
            aIm = c.fma(FloatVector.fromArray(FLOAT, sumIm, j), aIm);
            bRe = s.fma(FloatVector.fromArray(FLOAT, differenceRe, j), bRe);
            bIm = s.fma(FloatVector.fromArray(FLOAT, differenceIm, j), bIm);
        }
        w += (k - 1) * step.twiddle().stride();
        int to = y + k * step.out().stride();
        FloatVector yRe = aRe.add(bIm);
        FloatVector yIm = aIm.sub(bRe);
        c = FloatVector.fromArray(FLOAT, step.cos(), w);
        s = FloatVector.fromArray(FLOAT, step.sin(), w);
        yIm.fma(s, yRe.mul(c)).intoArray(outRe, to);
        yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, to);
        w += (radix - 2 * k) * step.twiddle().stride();
        to = y + (radix - k) * step.out().stride();
        yRe = aRe.sub(bIm);
        yIm = aIm.add(bRe);
        c = FloatVector.fromArray(FLOAT, step.cos(), w);
        s = FloatVector.fromArray(FLOAT, step.sin(), w);
        yIm.fma(s, yRe.mul(c)).intoArray(outRe, to);
        yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, to);
    }
}
