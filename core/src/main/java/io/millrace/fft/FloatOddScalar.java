package io.millrace.fft;

/** Butterflies of 3 and 5 points. */
final class FloatOddScalar {
    private FloatOddScalar() {}

    static void three(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        float cos1 = step.rootCos()[1];
        float sin1 = step.rootSin()[1];
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                float re0 = re[x];
                float im0 = im[x];
                float sumRe = re[x + xStride] + re[x + 2 * xStride];
                float sumIm = im[x + xStride] + im[x + 2 * xStride];
                float minusRe = re[x + xStride] - re[x + 2 * xStride];
                float minusIm = im[x + xStride] - im[x + 2 * xStride];
                int w2 = w1 + step.twiddle().stride();
                outRe[y] = re0 + sumRe;
                outIm[y] = im0 + sumIm;
                float aRe = Math.fma(cos1, sumRe, re0);
                float aIm = Math.fma(cos1, sumIm, im0);
                float bRe = sin1 * minusRe;
                float bIm = sin1 * minusIm;
                FloatStagesScalar.twist(aRe + bIm, aIm - bRe, cos[w1], sin[w1], outRe, outIm, y + yStride);
                FloatStagesScalar.twist(aRe - bIm, aIm + bRe, cos[w2], sin[w2], outRe, outIm, y + 2 * yStride);
                x += step.in().inner();
                y += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }

    static void five(Step<float[]> step, float[] re, float[] im, int at, float[] outRe, float[] outIm, int outAt) {
        float[] cos = step.cos();
        float[] sin = step.sin();
        float cos1 = step.rootCos()[1];
        float sin1 = step.rootSin()[1];
        float cos2 = step.rootCos()[2];
        float sin2 = step.rootSin()[2];
        float cos4 = step.rootCos()[4];
        float sin4 = step.rootSin()[4];
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                float re0 = re[x];
                float im0 = im[x];
                float sum1Re = re[x + xStride] + re[x + 4 * xStride];
                float sum1Im = im[x + xStride] + im[x + 4 * xStride];
                float minus1Re = re[x + xStride] - re[x + 4 * xStride];
                float minus1Im = im[x + xStride] - im[x + 4 * xStride];
                float sum2Re = re[x + 2 * xStride] + re[x + 3 * xStride];
                float sum2Im = im[x + 2 * xStride] + im[x + 3 * xStride];
                float minus2Re = re[x + 2 * xStride] - re[x + 3 * xStride];
                float minus2Im = im[x + 2 * xStride] - im[x + 3 * xStride];
                int w2 = w1 + step.twiddle().stride();
                int w3 = w2 + step.twiddle().stride();
                int w4 = w3 + step.twiddle().stride();
                outRe[y] = re0 + sum1Re + sum2Re;
                outIm[y] = im0 + sum1Im + sum2Im;
                float a1Re = Math.fma(cos2, sum2Re, Math.fma(cos1, sum1Re, re0));
                float a1Im = Math.fma(cos2, sum2Im, Math.fma(cos1, sum1Im, im0));
                float b1Re = Math.fma(sin2, minus2Re, sin1 * minus1Re);
                float b1Im = Math.fma(sin2, minus2Im, sin1 * minus1Im);
                float a2Re = Math.fma(cos4, sum2Re, Math.fma(cos2, sum1Re, re0));
                float a2Im = Math.fma(cos4, sum2Im, Math.fma(cos2, sum1Im, im0));
                float b2Re = Math.fma(sin4, minus2Re, sin2 * minus1Re);
                float b2Im = Math.fma(sin4, minus2Im, sin2 * minus1Im);
                FloatStagesScalar.twist(a1Re + b1Im, a1Im - b1Re, cos[w1], sin[w1], outRe, outIm, y + yStride);
                FloatStagesScalar.twist(a2Re + b2Im, a2Im - b2Re, cos[w2], sin[w2], outRe, outIm, y + 2 * yStride);
                FloatStagesScalar.twist(a2Re - b2Im, a2Im + b2Re, cos[w3], sin[w3], outRe, outIm, y + 3 * yStride);
                FloatStagesScalar.twist(a1Re - b1Im, a1Im + b1Re, cos[w4], sin[w4], outRe, outIm, y + 4 * yStride);
                x += step.in().inner();
                y += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }
}
