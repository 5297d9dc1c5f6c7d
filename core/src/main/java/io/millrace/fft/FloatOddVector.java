package io.millrace.fft;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link FloatOddScalar} over lanes of the inner index; stores ascend, so that a run may be shorter than a vector. */
final class FloatOddVector {
    private static final int LANES = FLOAT.length();

    private FloatOddVector() {}

    static void three(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        FloatVector cos1 = FloatVector.broadcast(FLOAT, step.rootCos()[1]);
        FloatVector sin1 = FloatVector.broadcast(FLOAT, step.rootSin()[1]);
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
                FloatVector re1 = FloatVector.fromArray(FLOAT, re, x + xStride);
                FloatVector im1 = FloatVector.fromArray(FLOAT, im, x + xStride);
                FloatVector re2 = FloatVector.fromArray(FLOAT, re, x + 2 * xStride);
                FloatVector im2 = FloatVector.fromArray(FLOAT, im, x + 2 * xStride);
                FloatVector sumRe = re1.add(re2);
                FloatVector sumIm = im1.add(im2);
                FloatVector minusRe = re1.sub(re2);
                FloatVector minusIm = im1.sub(im2);
                re0.add(sumRe).intoArray(outRe, y);
                im0.add(sumIm).intoArray(outIm, y);
                FloatVector aRe = cos1.fma(sumRe, re0);
                FloatVector aIm = cos1.fma(sumIm, im0);
                FloatVector bRe = sin1.mul(minusRe);
                FloatVector bIm = sin1.mul(minusIm);
                FloatVector yRe = aRe.add(bIm);
                FloatVector yIm = aIm.sub(bRe);
                FloatVector c = FloatVector.fromArray(FLOAT, cos, w);
                FloatVector s = FloatVector.fromArray(FLOAT, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                yRe = aRe.sub(bIm);
                yIm = aIm.add(bRe);
                c = FloatVector.fromArray(FLOAT, cos, w + wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
            }
        }
    }

    static void five(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        FloatVector cos1 = FloatVector.broadcast(FLOAT, step.rootCos()[1]);
        FloatVector sin1 = FloatVector.broadcast(FLOAT, step.rootSin()[1]);
        FloatVector cos2 = FloatVector.broadcast(FLOAT, step.rootCos()[2]);
        FloatVector sin2 = FloatVector.broadcast(FLOAT, step.rootSin()[2]);
        FloatVector cos4 = FloatVector.broadcast(FLOAT, step.rootCos()[4]);
        FloatVector sin4 = FloatVector.broadcast(FLOAT, step.rootSin()[4]);
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
                FloatVector re1 = FloatVector.fromArray(FLOAT, re, x + xStride);
                FloatVector im1 = FloatVector.fromArray(FLOAT, im, x + xStride);
                FloatVector re4 = FloatVector.fromArray(FLOAT, re, x + 4 * xStride);
                FloatVector im4 = FloatVector.fromArray(FLOAT, im, x + 4 * xStride);
                FloatVector sum1Re = re1.add(re4);
                FloatVector sum1Im = im1.add(im4);
                FloatVector minus1Re = re1.sub(re4);
                FloatVector minus1Im = im1.sub(im4);
                FloatVector re2 = FloatVector.fromArray(FLOAT, re, x + 2 * xStride);
                FloatVector im2 = FloatVector.fromArray(FLOAT, im, x + 2 * xStride);
                FloatVector re3 = FloatVector.fromArray(FLOAT, re, x + 3 * xStride);
                FloatVector im3 = FloatVector.fromArray(FLOAT, im, x + 3 * xStride);
                FloatVector sum2Re = re2.add(re3);
                FloatVector sum2Im = im2.add(im3);
                FloatVector minus2Re = re2.sub(re3);
                FloatVector minus2Im = im2.sub(im3);
                re0.add(sum1Re).add(sum2Re).intoArray(outRe, y);
                im0.add(sum1Im).add(sum2Im).intoArray(outIm, y);
                FloatVector a1Re = cos2.fma(sum2Re, cos1.fma(sum1Re, re0));
                FloatVector a1Im = cos2.fma(sum2Im, cos1.fma(sum1Im, im0));
                FloatVector b1Re = sin2.fma(minus2Re, sin1.mul(minus1Re));
                FloatVector b1Im = sin2.fma(minus2Im, sin1.mul(minus1Im));
                FloatVector yRe = a1Re.add(b1Im);
                FloatVector yIm = a1Im.sub(b1Re);
                FloatVector c = FloatVector.fromArray(FLOAT, cos, w);
                FloatVector s = FloatVector.fromArray(FLOAT, sin, w);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + yStride);
                FloatVector a2Re = cos4.fma(sum2Re, cos2.fma(sum1Re, re0));
                FloatVector a2Im = cos4.fma(sum2Im, cos2.fma(sum1Im, im0));
                FloatVector b2Re = sin4.fma(minus2Re, sin2.mul(minus1Re));
                FloatVector b2Im = sin4.fma(minus2Im, sin2.mul(minus1Im));
                yRe = a2Re.add(b2Im);
                yIm = a2Im.sub(b2Re);
                c = FloatVector.fromArray(FLOAT, cos, w + wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 2 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 2 * yStride);
                yRe = a2Re.sub(b2Im);
                yIm = a2Im.add(b2Re);
                c = FloatVector.fromArray(FLOAT, cos, w + 2 * wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + 2 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 3 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 3 * yStride);
                yRe = a1Re.sub(b1Im);
                yIm = a1Im.add(b1Re);
                c = FloatVector.fromArray(FLOAT, cos, w + 3 * wStride);
                s = FloatVector.fromArray(FLOAT, sin, w + 3 * wStride);
                yIm.fma(s, yRe.mul(c)).intoArray(outRe, y + 4 * yStride);
                yIm.fma(c, yRe.mul(s).neg()).intoArray(outIm, y + 4 * yStride);
            }
        }
    }
}
