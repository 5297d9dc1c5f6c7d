package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link DoubleStagesScalar} over lanes of the inner index, in which data and twiddle factors are contiguous. */
final class DoubleStagesVector extends Stages<double[]> {
    static final int LANES = DOUBLE.length();
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    /** The lanes of a, b, a, b, … in turn: the lower half of them and the upper one. */
    private static final VectorShuffle<Double> LOWER = VectorShuffle.makeZip(DOUBLE, 0);

    private static final VectorShuffle<Double> UPPER = VectorShuffle.makeZip(DOUBLE, 1);

    private final DoubleStagesScalar scalar = new DoubleStagesScalar();
    /** x₀, then the sums of pairs. */
    private final double[] sumRe = new double[(1 + PAIRS) * LANES];

    private final double[] sumIm = new double[(1 + PAIRS) * LANES];
    private final double[] differenceRe = new double[(1 + PAIRS) * LANES];
    private final double[] differenceIm = new double[(1 + PAIRS) * LANES];

    DoubleStagesVector() {
        super(Precision.DOUBLE);
    }

    @Override
    int lanes() {
        return LANES;
    }

    @Override
    void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        if (step.radix() == 2) {
            two(step, re, im, at, outRe, outIm, outAt);
        } else if (step.radix() == 4) {
            four(step, re, im, at, outRe, outIm, outAt);
        } else if (step.inner() >= LANES) {
            odd(step, re, im, at, outRe, outIm, outAt);
        } else {
            // outputs k and r − k are written together: a run shorter than a vector would end in one already written
            scalar.run(step, re, im, at, outRe, outIm, outAt);
        }
    }

    @Override
    void interleave(int rows, int length, double[] in, int at, double[] out, int outAt) {
        switch (rows) {
            case 2 -> interleaveTwo(length, in, at, out, outAt);
            case 4 -> interleaveFour(length, in, at, out, outAt);
            default -> scalar.interleave(rows, length, in, at, out, outAt);
        }
    }

    private static void interleaveTwo(int length, double[] in, int at, double[] out, int outAt) {
        for (int i = 0; i < length; i += LANES) {
            int j = Math.min(i, length - LANES);
            DoubleVector a = DoubleVector.fromArray(DOUBLE, in, at + j);
            DoubleVector b = DoubleVector.fromArray(DOUBLE, in, at + length + j);
            a.rearrange(LOWER, b).intoArray(out, outAt + 2 * j);
            a.rearrange(UPPER, b).intoArray(out, outAt + 2 * j + LANES);
        }
    }

    private static void interleaveFour(int length, double[] in, int at, double[] out, int outAt) {
        for (int i = 0; i < length; i += LANES) {
            int j = Math.min(i, length - LANES);
            DoubleVector a = DoubleVector.fromArray(DOUBLE, in, at + j);
            DoubleVector b = DoubleVector.fromArray(DOUBLE, in, at + length + j);
            DoubleVector c = DoubleVector.fromArray(DOUBLE, in, at + 2 * length + j);
            DoubleVector d = DoubleVector.fromArray(DOUBLE, in, at + 3 * length + j);
            DoubleVector even = a.rearrange(LOWER, c);
            DoubleVector odd = b.rearrange(LOWER, d);
            even.rearrange(LOWER, odd).intoArray(out, outAt + 4 * j);
            even.rearrange(UPPER, odd).intoArray(out, outAt + 4 * j + LANES);
            even = a.rearrange(UPPER, c);
            odd = b.rearrange(UPPER, d);
            even.rearrange(LOWER, odd).intoArray(out, outAt + 4 * j + 2 * LANES);
            even.rearrange(UPPER, odd).intoArray(out, outAt + 4 * j + 3 * LANES);
        }
    }

    private static void two(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        int last = Math.max(0, step.inner() - LANES);
        for (int o = 0; o < step.outer(); o++) {
            for (int i = 0; i < step.inner(); i += LANES) {
                int j = Math.min(i, last);
                int x0 = at + o * step.in().outer() + j;
                int x1 = x0 + step.in().stride();
                int y0 = outAt + o * step.out().outer() + j;
                int y1 = y0 + step.out().stride();
                int w1 = o * step.twiddle().outer() + j * step.twiddle().inner();
                DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, x0);
                DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, x0);
                DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x1);
                DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x1);
                re0.add(re1).intoArray(outRe, y0);
                im0.add(im1).intoArray(outIm, y0);
                DoubleVector yRe = re0.sub(re1);
                DoubleVector yIm = im0.sub(im1);
                DoubleVector c = DoubleVector.fromArray(DOUBLE, step.cos(), w1);
                DoubleVector s = DoubleVector.fromArray(DOUBLE, step.sin(), w1);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y1);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y1);
            }
        }
    }

    private static void four(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        int last = Math.max(0, step.inner() - LANES);
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        int wStride = step.twiddle().stride();
        for (int o = 0; o < step.outer(); o++) {
            for (int i = 0; i < step.inner(); i += LANES) {
                int j = Math.min(i, last);
                int x = at + o * step.in().outer() + j;
                int y = outAt + o * step.out().outer() + j;
                int w = o * step.twiddle().outer() + j * step.twiddle().inner();
                DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, x);
                DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, x);
                DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, x + 2 * xStride);
                DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, x + 2 * xStride);
                DoubleVector sum02Re = re0.add(re2);
                DoubleVector sum02Im = im0.add(im2);
                DoubleVector minus02Re = re0.sub(re2);
                DoubleVector minus02Im = im0.sub(im2);
                DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x + xStride);
                DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x + xStride);
                DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, x + 3 * xStride);
                DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, x + 3 * xStride);
                DoubleVector sum13Re = re1.add(re3);
                DoubleVector sum13Im = im1.add(im3);
                DoubleVector minus13Re = re1.sub(re3);
                DoubleVector minus13Im = im1.sub(im3);
                sum02Re.add(sum13Re).intoArray(outRe, y);
                sum02Im.add(sum13Im).intoArray(outIm, y);
                DoubleVector yRe = minus02Re.add(minus13Im);
                DoubleVector yIm = minus02Im.sub(minus13Re);
                DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, w);
                DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                yRe = sum02Re.sub(sum13Re);
                yIm = sum02Im.sub(sum13Im);
                c = DoubleVector.fromArray(DOUBLE, cos, w + wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
                yRe = minus02Re.sub(minus13Im);
                yIm = minus02Im.add(minus13Re);
                c = DoubleVector.fromArray(DOUBLE, cos, w + 2 * wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + 2 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 3 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 3 * yStride);
            }
        }
    }

    private void odd(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
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
