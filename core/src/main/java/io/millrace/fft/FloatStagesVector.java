package io.millrace.fft;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link FloatStagesScalar} over lanes of the inner index, in which data and twiddle factors are contiguous. */
final class FloatStagesVector extends Stages<float[]> {
    static final int LANES = FLOAT.length();
    /** The lanes of a, b, a, b, … in turn: the lower half of them and the upper one. */
    private static final VectorShuffle<Float> LOWER = VectorShuffle.makeZip(FLOAT, 0);

    private static final VectorShuffle<Float> UPPER = VectorShuffle.makeZip(FLOAT, 1);

    private final FloatStagesScalar scalar = new FloatStagesScalar();
    private final FloatPrimeVector prime = new FloatPrimeVector();

    FloatStagesVector() {
        super(Precision.FLOAT);
    }

    @Override
    int lanes() {
        return LANES;
    }

    @Override
    void run(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        if (step.radix() > 5 && step.inner() < LANES) {
            // outputs k and r − k are written together: a run shorter than a vector would end in one already written
            scalar.run(step, re, im, at, outRe, outIm, outAt);
            return;
        }
        switch (step.radix()) {
            case 2 -> two(step, re, im, at, outRe, outIm, outAt);
            case 3 -> FloatOddVector.three(step, re, im, at, outRe, outIm, outAt);
            case 4 -> four(step, re, im, at, outRe, outIm, outAt);
            case 5 -> FloatOddVector.five(step, re, im, at, outRe, outIm, outAt);
            default -> prime.run(step, re, im, at, outRe, outIm, outAt);
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
}
