package io.millrace.fft;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link FloatStagesScalar} over lanes of the inner index, in which data and twiddle factors are contiguous. */
final class FloatStagesVector extends Stages<float[]> {
    static final int LANES = FLOAT.length();
    private static final int PAIRS = FftPlan.LARGEST_PRIME / 2;

    /** The lanes of a, b, a, b, … in turn: the lower half of them and the upper one. */
    private static final VectorShuffle<Float> LOWER = VectorShuffle.makeZip(FLOAT, 0);

    private static final VectorShuffle<Float> UPPER = VectorShuffle.makeZip(FLOAT, 1);

    private final FloatStagesScalar scalar = new FloatStagesScalar();
    /** x₀, then the sums of pairs. */
    private final float[] sumRe = new float[(1 + PAIRS) * LANES];

    private final float[] sumIm = new float[(1 + PAIRS) * LANES];
    private final float[] differenceRe = new float[(1 + PAIRS) * LANES];
    private final float[] differenceIm = new float[(1 + PAIRS) * LANES];

    FloatStagesVector() {
        super(Precision.FLOAT);
    }

    @Override
    int lanes() {
        return LANES;
    }

    @Override
    void run(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
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
    void interleave(int rows, int length, float[] in, int at, float[] out, int outAt) {
        switch (rows) {
            case 2 -> interleaveTwo(length, in, at, out, outAt);
            case 4 -> interleaveFour(length, in, at, out, outAt);
            default -> scalar.interleave(rows, length, in, at, out, outAt);
        }
    }

    private static void interleaveTwo(int length, float[] in, int at, float[] out, int outAt) {
        for (int i = 0; i < length; i += LANES) {
            int j = Math.min(i, length - LANES);
            FloatVector a = FloatVector.fromArray(FLOAT, in, at + j);
            FloatVector b = FloatVector.fromArray(FLOAT, in, at + length + j);
            a.rearrange(LOWER, b).intoArray(out, outAt + 2 * j);
            a.rearrange(UPPER, b).intoArray(out, outAt + 2 * j + LANES);
        }
    }

    private static void interleaveFour(int length, float[] in, int at, float[] out, int outAt) {
        for (int i = 0; i < length; i += LANES) {
            int j = Math.min(i, length - LANES);
            FloatVector a = FloatVector.fromArray(FLOAT, in, at + j);
            FloatVector b = FloatVector.fromArray(FLOAT, in, at + length + j);
            FloatVector c = FloatVector.fromArray(FLOAT, in, at + 2 * length + j);
            FloatVector d = FloatVector.fromArray(FLOAT, in, at + 3 * length + j);
            FloatVector even = a.rearrange(LOWER, c);
            FloatVector odd = b.rearrange(LOWER, d);
            even.rearrange(LOWER, odd).intoArray(out, outAt + 4 * j);
            even.rearrange(UPPER, odd).intoArray(out, outAt + 4 * j + LANES);
            even = a.rearrange(UPPER, c);
            odd = b.rearrange(UPPER, d);
            even.rearrange(LOWER, odd).intoArray(out, outAt + 4 * j + 2 * LANES);
            even.rearrange(UPPER, odd).intoArray(out, outAt + 4 * j + 3 * LANES);
        }
    }

    private static void two(
            Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        int last = Math.max(0, step.inner() - LANES);
        for (int o = 0; o < step.outer(); o++) {
            for (int i = 0; i < step.inner(); i += LANES) {
                int j = Math.min(i, last);
                int x0 = at + o * step.in().outer() + j;
                int x1 = x0 + step.in().stride();
                int y0 = outAt + o * step.out().outer() + j;
                int y1 = y0 + step.out().stride();
                int w1 = o * step.twiddle().outer() + j * step.twiddle().inner();
                FloatVector re0 = FloatVector.fromArray(FLOAT, re, x0);
                FloatVector im0 = FloatVector.fromArray(FLOAT, im, x0);
                FloatVector re1 = FloatVector.fromArray(FLOAT, re, x1);
                FloatVector im1 = FloatVector.fromArray(FLOAT, im, x1);
                re0.add(re1).intoArray(outRe, y0);
                im0.add(im1).intoArray(outIm, y0);
                FloatVector yRe = re0.sub(re1);
                FloatVector yIm = im0.sub(im1);
                FloatVector c = FloatVector.fromArray(FLOAT, step.cos(), w1);
                FloatVector s = FloatVector.fromArray(FLOAT, step.sin(), w1);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y1);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y1);
            }
        }
    }

    private static void four(
            Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
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
                FloatVector re0 = FloatVector.fromArray(FLOAT, re, x);
                FloatVector im0 = FloatVector.fromArray(FLOAT, im, x);
                FloatVector re2 = FloatVector.fromArray(FLOAT, re, x + 2 * xStride);
                FloatVector im2 = FloatVector.fromArray(FLOAT, im, x + 2 * xStride);
                FloatVector sum02Re = re0.add(re2);
                FloatVector sum02Im = im0.add(im2);
                FloatVector minus02Re = re0.sub(re2);
                FloatVector minus02Im = im0.sub(im2);
                FloatVector re1 = FloatVector.fromArray(FLOAT, re, x + xStride);
                FloatVector im1 = FloatVector.fromArray(FLOAT, im, x + xStride);
                FloatVector re3 = FloatVector.fromArray(FLOAT, re, x + 3 * xStride);
                FloatVector im3 = FloatVector.fromArray(FLOAT, im, x + 3 * xStride);
                FloatVector sum13Re = re1.add(re3);
                FloatVector sum13Im = im1.add(im3);
                FloatVector minus13Re = re1.sub(re3);
                FloatVector minus13Im = im1.sub(im3);
                sum02Re.add(sum13Re).intoArray(outRe, y);
                sum02Im.add(sum13Im).intoArray(outIm, y);
                FloatVector yRe = minus02Re.add(minus13Im);
                FloatVector yIm = minus02Im.sub(minus13Re);
                FloatVector c = FloatVector.fromArray(FLOAT, cos, w);
                FloatVector s = FloatVector.fromArray(FLOAT, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                yRe = sum02Re.sub(sum13Re);
                yIm = sum02Im.sub(sum13Im);
                c = FloatVector.fromArray(FLOAT, cos, w + wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
                yRe = minus02Re.sub(minus13Im);
                yIm = minus02Im.add(minus13Re);
                c = FloatVector.fromArray(FLOAT, cos, w + 2 * wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + 2 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 3 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 3 * yStride);
            }
        }
    }

    private void odd(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
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
