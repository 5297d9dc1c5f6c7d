package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link DoubleStagesScalar} over lanes of the inner index, in which data and twiddle factors are contiguous. */
final class DoubleStagesVector extends Stages<double[]> {
    static final int LANES = DOUBLE.length();
    /** The lanes of a, b, a, b, … in turn: the lower half of them and the upper one. */
    private static final VectorShuffle<Double> LOWER = VectorShuffle.makeZip(DOUBLE, 0);

    private static final VectorShuffle<Double> UPPER = VectorShuffle.makeZip(DOUBLE, 1);

    private final DoubleStagesScalar scalar = new DoubleStagesScalar();
    private final DoublePrimeVector prime = new DoublePrimeVector();

    DoubleStagesVector() {
        super(Precision.DOUBLE);
    }

    @Override
    int lanes() {
        return LANES;
    }

    @Override
    void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        if (step.radix() > 5 && step.inner() < LANES) {
            // outputs k and r − k are written together: a run shorter than a vector would end in one already written
            scalar.run(step, re, im, at, outRe, outIm, outAt);
            return;
        }
        switch (step.radix()) {
            case 2 -> two(step, re, im, at, outRe, outIm, outAt);
            case 3 -> DoubleOddVector.three(step, re, im, at, outRe, outIm, outAt);
            case 4 -> four(step, re, im, at, outRe, outIm, outAt);
            case 5 -> DoubleOddVector.five(step, re, im, at, outRe, outIm, outAt);
            default -> prime.run(step, re, im, at, outRe, outIm, outAt);
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
}
