package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/**
 * Radix 4 in double precision where runs are whole vectors. Each loop counts by a constant, and its indices are multiples of the counter by constants plus what does not
 * change: so compilers check an array's bounds once a loop, of which there are 22 a butterfly. Loops should be long: the checks before one cost as much as two butterflies.
 */
final class DoubleFourVector {
    private static final int LANES = DOUBLE.length();
    /** The least stride of a stage of radix 4 that fills vectors: a power of 4. */
    private static final int LEAST = LANES > 4 ? 16 : 4;

    private DoubleFourVector() {}

    /** A sorted step whose inner index fills whole vectors. */
    static void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        int inner = step.inner();
        if (inner == LEAST) {
            for (int q = 0; q < LEAST; q += LANES) {
                across(step, re, im, at + q, outRe, outIm, outAt + q);
            }
            return;
        }
        for (int p = 0; p < step.outer(); p++) {
            along(step, p, re, im, at + p * inner, outRe, outIm, outAt + 4 * p * inner);
        }
    }

    /** All q of one p. */
    private static void along(
            Step<double[]> step, int p, double[] re, double[] im, int x, double[] outRe, double[] outIm, int y) {
        int inner = step.inner();
        int x1 = x + step.in().stride();
        int x2 = x1 + step.in().stride();
        int x3 = x2 + step.in().stride();
        int y1 = y + inner;
        int y2 = y1 + inner;
        int y3 = y2 + inner;
        int w = 3 * LANES * p;
        DoubleVector c1 = DoubleVector.fromArray(DOUBLE, step.cos(), w);
        DoubleVector c2 = DoubleVector.fromArray(DOUBLE, step.cos(), w + LANES);
        DoubleVector c3 = DoubleVector.fromArray(DOUBLE, step.cos(), w + 2 * LANES);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLE, step.sin(), w);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLE, step.sin(), w + LANES);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLE, step.sin(), w + 2 * LANES);
        for (int i = 0; i < inner; i += LANES) {
            DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, x + i);
            DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, x + i);
            DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, x2 + i);
            DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, x2 + i);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x1 + i);
            DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x1 + i);
            DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, x3 + i);
            DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, x3 + i);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            sum02Re.add(sum13Re).intoArray(outRe, y + i);
            sum02Im.add(sum13Im).intoArray(outIm, y + i);
            DoubleVector yRe = minus02Re.add(minus13Im);
            DoubleVector yIm = minus02Im.sub(minus13Re);
            yIm.fma(s1, yRe.mul(c1)).intoArray(outRe, y1 + i);
            yIm.fma(c1, yRe.mul(s1).neg()).intoArray(outIm, y1 + i);
            yRe = sum02Re.sub(sum13Re);
            yIm = sum02Im.sub(sum13Im);
            yIm.fma(s2, yRe.mul(c2)).intoArray(outRe, y2 + i);
            yIm.fma(c2, yRe.mul(s2).neg()).intoArray(outIm, y2 + i);
            yRe = minus02Re.sub(minus13Im);
            yIm = minus02Im.add(minus13Re);
            yIm.fma(s3, yRe.mul(c3)).intoArray(outRe, y3 + i);
            yIm.fma(c3, yRe.mul(s3).neg()).intoArray(outIm, y3 + i);
        }
    }

    /** All p of a vector of q, of the least stride. */
    private static void across(
            Step<double[]> step, double[] re, double[] im, int x, double[] outRe, double[] outIm, int y) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        int x1 = x + step.in().stride();
        int x2 = x1 + step.in().stride();
        int x3 = x2 + step.in().stride();
        int outer = step.outer();
        for (int p = 0; p < outer; p++) {
            DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, x + LEAST * p);
            DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, x + LEAST * p);
            DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, x2 + LEAST * p);
            DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, x2 + LEAST * p);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x1 + LEAST * p);
            DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x1 + LEAST * p);
            DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, x3 + LEAST * p);
            DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, x3 + LEAST * p);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            sum02Re.add(sum13Re).intoArray(outRe, y + 4 * LEAST * p);
            sum02Im.add(sum13Im).intoArray(outIm, y + 4 * LEAST * p);
            DoubleVector yRe = minus02Re.add(minus13Im);
            DoubleVector yIm = minus02Im.sub(minus13Re);
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, 3 * LANES * p);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, 3 * LANES * p);
            yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + LEAST + 4 * LEAST * p);
            yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + LEAST + 4 * LEAST * p);
            yRe = sum02Re.sub(sum13Re);
            yIm = sum02Im.sub(sum13Im);
            c = DoubleVector.fromArray(DOUBLE, cos, LANES + 3 * LANES * p);
            s = DoubleVector.fromArray(DOUBLE, sin, LANES + 3 * LANES * p);
            yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * LEAST + 4 * LEAST * p);
            yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * LEAST + 4 * LEAST * p);
            yRe = minus02Re.sub(minus13Im);
            yIm = minus02Im.add(minus13Re);
            c = DoubleVector.fromArray(DOUBLE, cos, 2 * LANES + 3 * LANES * p);
            s = DoubleVector.fromArray(DOUBLE, sin, 2 * LANES + 3 * LANES * p);
            yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 3 * LEAST + 4 * LEAST * p);
            yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 3 * LEAST + 4 * LEAST * p);
        }
    }
}
