package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/** {@link DoubleOddScalar} over lanes of the inner index; stores ascend, so that a run may be shorter than a vector. */
final class DoubleOddVector {
    private static final int LANES = DOUBLE.length();

    private DoubleOddVector() {}

    static void three(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        DoubleVector cos1 = DoubleVector.broadcast(DOUBLE, step.rootCos()[1]);
        DoubleVector sin1 = DoubleVector.broadcast(DOUBLE, step.rootSin()[1]);
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
                DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x + xStride);
                DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x + xStride);
                DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, x + 2 * xStride);
                DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, x + 2 * xStride);
                DoubleVector sumRe = re1.add(re2);
                DoubleVector sumIm = im1.add(im2);
                DoubleVector minusRe = re1.sub(re2);
                DoubleVector minusIm = im1.sub(im2);
                re0.add(sumRe).intoArray(outRe, y);
                im0.add(sumIm).intoArray(outIm, y);
                DoubleVector aRe = cos1.fma(sumRe, re0);
                DoubleVector aIm = cos1.fma(sumIm, im0);
                DoubleVector bRe = sin1.mul(minusRe);
                DoubleVector bIm = sin1.mul(minusIm);
                DoubleVector yRe = aRe.add(bIm);
                DoubleVector yIm = aIm.sub(bRe);
                DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, w);
                DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                yRe = aRe.sub(bIm);
                yIm = aIm.add(bRe);
                c = DoubleVector.fromArray(DOUBLE, cos, w + wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
            }
        }
    }

    static void five(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        DoubleVector cos1 = DoubleVector.broadcast(DOUBLE, step.rootCos()[1]);
        DoubleVector sin1 = DoubleVector.broadcast(DOUBLE, step.rootSin()[1]);
        DoubleVector cos2 = DoubleVector.broadcast(DOUBLE, step.rootCos()[2]);
        DoubleVector sin2 = DoubleVector.broadcast(DOUBLE, step.rootSin()[2]);
        DoubleVector cos4 = DoubleVector.broadcast(DOUBLE, step.rootCos()[4]);
        DoubleVector sin4 = DoubleVector.broadcast(DOUBLE, step.rootSin()[4]);
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
                DoubleVector re1 = DoubleVector.fromArray(DOUBLE, re, x + xStride);
                DoubleVector im1 = DoubleVector.fromArray(DOUBLE, im, x + xStride);
                DoubleVector re4 = DoubleVector.fromArray(DOUBLE, re, x + 4 * xStride);
                DoubleVector im4 = DoubleVector.fromArray(DOUBLE, im, x + 4 * xStride);
                DoubleVector sum1Re = re1.add(re4);
                DoubleVector sum1Im = im1.add(im4);
                DoubleVector minus1Re = re1.sub(re4);
                DoubleVector minus1Im = im1.sub(im4);
                DoubleVector re2 = DoubleVector.fromArray(DOUBLE, re, x + 2 * xStride);
                DoubleVector im2 = DoubleVector.fromArray(DOUBLE, im, x + 2 * xStride);
                DoubleVector re3 = DoubleVector.fromArray(DOUBLE, re, x + 3 * xStride);
                DoubleVector im3 = DoubleVector.fromArray(DOUBLE, im, x + 3 * xStride);
                DoubleVector sum2Re = re2.add(re3);
                DoubleVector sum2Im = im2.add(im3);
                DoubleVector minus2Re = re2.sub(re3);
                DoubleVector minus2Im = im2.sub(im3);
                re0.add(sum1Re).add(sum2Re).intoArray(outRe, y);
                im0.add(sum1Im).add(sum2Im).intoArray(outIm, y);
                DoubleVector a1Re = cos2.fma(sum2Re, cos1.fma(sum1Re, re0));
                DoubleVector a1Im = cos2.fma(sum2Im, cos1.fma(sum1Im, im0));
                DoubleVector b1Re = sin2.fma(minus2Re, sin1.mul(minus1Re));
                DoubleVector b1Im = sin2.fma(minus2Im, sin1.mul(minus1Im));
                DoubleVector yRe = a1Re.add(b1Im);
                DoubleVector yIm = a1Im.sub(b1Re);
                DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, w);
                DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                DoubleVector a2Re = cos4.fma(sum2Re, cos2.fma(sum1Re, re0));
                DoubleVector a2Im = cos4.fma(sum2Im, cos2.fma(sum1Im, im0));
                DoubleVector b2Re = sin4.fma(minus2Re, sin2.mul(minus1Re));
                DoubleVector b2Im = sin4.fma(minus2Im, sin2.mul(minus1Im));
                yRe = a2Re.add(b2Im);
                yIm = a2Im.sub(b2Re);
                c = DoubleVector.fromArray(DOUBLE, cos, w + wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
                yRe = a2Re.sub(b2Im);
                yIm = a2Im.add(b2Re);
                c = DoubleVector.fromArray(DOUBLE, cos, w + 2 * wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + 2 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 3 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 3 * yStride);
                yRe = a1Re.sub(b1Im);
                yIm = a1Im.add(b1Re);
                c = DoubleVector.fromArray(DOUBLE, cos, w + 3 * wStride);
                s = DoubleVector.fromArray(DOUBLE, sin, w + 3 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 4 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 4 * yStride);
            }
        }
    }
}
