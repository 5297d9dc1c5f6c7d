package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/**
 * Radix 4 in double precision where stride s is shorter than a vector, of one signal: s is a power of 4, 1 or half a vector. Inputs are contiguous in s·p + q over all p; the
 * results of a vector of them, runs of s, are zipped: all four of one p stand together. Loops as in {@link DoubleFourVector}.
 */
final class DoubleZipVector {
    private static final int LANES = DOUBLE.length();
    /** Of lanes a and b, numbered one after the other: a run of a, a run of b, and so on; of their lower halves and of their upper ones. */
    private static final double[] LOWER_ONES = zipped(1, 0);

    private static final double[] UPPER_ONES = zipped(1, LANES / 2);
    private static final double[] LOWER_HALVES = zipped(LANES / 2, 0);
    private static final double[] UPPER_HALVES = zipped(LANES / 2, LANES / 2);

    private DoubleZipVector() {}

    private static double[] zipped(int run, int from) {
        double[] lanes = new double[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            int pair = lane / (2 * run);
            int of = lane / run % 2;
            lanes[lane] = of * LANES + from + pair * run + lane % run;
        }
        return lanes;
    }

    static void run(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        if (step.out().stride() == LANES / 2) {
            halves(step, re, im, at, outRe, outIm, outAt);
        } else {
            ones(step, re, im, at, outRe, outIm, outAt);
        }
    }

    /** s = 1. */
    private static void ones(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        int inner = step.inner();
        DoubleVector lower = DoubleVector.fromArray(DOUBLE, LOWER_ONES, 0);
        DoubleVector upper = DoubleVector.fromArray(DOUBLE, UPPER_ONES, 0);
        for (int i = 0; i < inner; i += LANES) {
            DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, at + i);
            DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, at + i);
            DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, at + 2 * inner + i);
            DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, at + 2 * inner + i);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, at + inner + i);
            DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, at + inner + i);
            DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, at + 3 * inner + i);
            DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, at + 3 * inner + i);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            DoubleVector y0Re = sum02Re.add(sum13Re);
            DoubleVector y0Im = sum02Im.add(sum13Im);
            DoubleVector aRe = minus02Re.add(minus13Im);
            DoubleVector aIm = minus02Im.sub(minus13Re);
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, i);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, i);
            DoubleVector y1Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y1Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = sum02Re.sub(sum13Re);
            aIm = sum02Im.sub(sum13Im);
            c = DoubleVector.fromArray(DOUBLE, cos, inner + i);
            s = DoubleVector.fromArray(DOUBLE, sin, inner + i);
            DoubleVector y2Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y2Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = minus02Re.sub(minus13Im);
            aIm = minus02Im.add(minus13Re);
            c = DoubleVector.fromArray(DOUBLE, cos, 2 * inner + i);
            s = DoubleVector.fromArray(DOUBLE, sin, 2 * inner + i);
            DoubleVector y3Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y3Im = aIm.fma(c, aRe.mul(s).neg());
            DoubleVector even = lower.selectFrom(y0Re, y2Re);
            DoubleVector odd = lower.selectFrom(y1Re, y3Re);
            lower.selectFrom(even, odd).intoArray(outRe, outAt + 4 * i);
            upper.selectFrom(even, odd).intoArray(outRe, outAt + LANES + 4 * i);
            even = upper.selectFrom(y0Re, y2Re);
            odd = upper.selectFrom(y1Re, y3Re);
            lower.selectFrom(even, odd).intoArray(outRe, outAt + 2 * LANES + 4 * i);
            upper.selectFrom(even, odd).intoArray(outRe, outAt + 3 * LANES + 4 * i);
            even = lower.selectFrom(y0Im, y2Im);
            odd = lower.selectFrom(y1Im, y3Im);
            lower.selectFrom(even, odd).intoArray(outIm, outAt + 4 * i);
            upper.selectFrom(even, odd).intoArray(outIm, outAt + LANES + 4 * i);
            even = upper.selectFrom(y0Im, y2Im);
            odd = upper.selectFrom(y1Im, y3Im);
            lower.selectFrom(even, odd).intoArray(outIm, outAt + 2 * LANES + 4 * i);
            upper.selectFrom(even, odd).intoArray(outIm, outAt + 3 * LANES + 4 * i);
        }
    }

    /** s half a vector. */
    private static void halves(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        int inner = step.inner();
        DoubleVector lower = DoubleVector.fromArray(DOUBLE, LOWER_HALVES, 0);
        DoubleVector upper = DoubleVector.fromArray(DOUBLE, UPPER_HALVES, 0);
        for (int i = 0; i < inner; i += LANES) {
            DoubleVector re0 = DoubleVector.fromArray(DOUBLE, re, at + i);
            DoubleVector im0 = DoubleVector.fromArray(DOUBLE, im, at + i);
            DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, at + 2 * inner + i);
            DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, at + 2 * inner + i);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, at + inner + i);
            DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, at + inner + i);
            DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, at + 3 * inner + i);
            DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, at + 3 * inner + i);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            DoubleVector y0Re = sum02Re.add(sum13Re);
            DoubleVector y0Im = sum02Im.add(sum13Im);
            DoubleVector aRe = minus02Re.add(minus13Im);
            DoubleVector aIm = minus02Im.sub(minus13Re);
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, i);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, i);
            DoubleVector y1Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y1Im = aIm.fma(c, aRe.mul(s).neg());
            lower.selectFrom(y0Re, y1Re).intoArray(outRe, outAt + 4 * i);
            upper.selectFrom(y0Re, y1Re).intoArray(outRe, outAt + 2 * LANES + 4 * i);
            lower.selectFrom(y0Im, y1Im).intoArray(outIm, outAt + 4 * i);
            upper.selectFrom(y0Im, y1Im).intoArray(outIm, outAt + 2 * LANES + 4 * i);
            aRe = sum02Re.sub(sum13Re);
            aIm = sum02Im.sub(sum13Im);
            c = DoubleVector.fromArray(DOUBLE, cos, inner + i);
            s = DoubleVector.fromArray(DOUBLE, sin, inner + i);
            DoubleVector y2Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y2Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = minus02Re.sub(minus13Im);
            aIm = minus02Im.add(minus13Re);
            c = DoubleVector.fromArray(DOUBLE, cos, 2 * inner + i);
            s = DoubleVector.fromArray(DOUBLE, sin, 2 * inner + i);
            DoubleVector y3Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y3Im = aIm.fma(c, aRe.mul(s).neg());
            lower.selectFrom(y2Re, y3Re).intoArray(outRe, outAt + LANES + 4 * i);
            upper.selectFrom(y2Re, y3Re).intoArray(outRe, outAt + 3 * LANES + 4 * i);
            lower.selectFrom(y2Im, y3Im).intoArray(outIm, outAt + LANES + 4 * i);
            upper.selectFrom(y2Im, y3Im).intoArray(outIm, outAt + 3 * LANES + 4 * i);
        }
    }
}
