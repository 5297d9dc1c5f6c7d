package io.millrace.fft;

/** Butterflies of 3 and 5 points. */
final class DoubleOddScalar {
    private DoubleOddScalar() {}

    static void three(
            Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        double cos1 = step.rootCos()[1];
        double sin1 = step.rootSin()[1];
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                double re0 = re[x];
                double im0 = im[x];
                double sumRe = re[x + xStride] + re[x + 2 * xStride];
                double sumIm = im[x + xStride] + im[x + 2 * xStride];
                double minusRe = re[x + xStride] - re[x + 2 * xStride];
                double minusIm = im[x + xStride] - im[x + 2 * xStride];
                int w2 = w1 + step.twiddle().stride();
                outRe[y] = re0 + sumRe;
                outIm[y] = im0 + sumIm;
                double aRe = Math.fma(cos1, sumRe, re0);
                double aIm = Math.fma(cos1, sumIm, im0);
                double bRe = sin1 * minusRe;
                double bIm = sin1 * minusIm;
                DoubleStagesScalar.twist(aRe + bIm, aIm - bRe, cos[w1], sin[w1], outRe, outIm, y + yStride);
                DoubleStagesScalar.twist(aRe - bIm, aIm + bRe, cos[w2], sin[w2], outRe, outIm, y + 2 * yStride);
                x += step.in().inner();
                y += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }

    static void five(Step<double[]> step, double[] re, double[] im, int at, double[] outRe, double[] outIm, int outAt) {
        double[] cos = step.cos();
        double[] sin = step.sin();
        double cos1 = step.rootCos()[1];
        double sin1 = step.rootSin()[1];
        double cos2 = step.rootCos()[2];
        double sin2 = step.rootSin()[2];
        double cos4 = step.rootCos()[4];
        double sin4 = step.rootSin()[4];
        int xStride = step.in().stride();
        int yStride = step.out().stride();
        for (int o = 0; o < step.outer(); o++) {
            int x = at + o * step.in().outer();
            int y = outAt + o * step.out().outer();
            int w1 = o * step.twiddle().outer();
            for (int i = 0; i < step.inner(); i++) {
                double re0 = re[x];
                double im0 = im[x];
                double sum1Re = re[x + xStride] + re[x + 4 * xStride];
                double sum1Im = im[x + xStride] + im[x + 4 * xStride];
                double minus1Re = re[x + xStride] - re[x + 4 * xStride];
                double minus1Im = im[x + xStride] - im[x + 4 * xStride];
                double sum2Re = re[x + 2 * xStride] + re[x + 3 * xStride];
                double sum2Im = im[x + 2 * xStride] + im[x + 3 * xStride];
                double minus2Re = re[x + 2 * xStride] - re[x + 3 * xStride];
                double minus2Im = im[x + 2 * xStride] - im[x + 3 * xStride];
                int w2 = w1 + step.twiddle().stride();
                int w3 = w2 + step.twiddle().stride();
                int w4 = w3 + step.twiddle().stride();
                outRe[y] = re0 + sum1Re + sum2Re;
                outIm[y] = im0 + sum1Im + sum2Im;
                double a1Re = Math.fma(cos2, sum2Re, Math.fma(cos1, sum1Re, re0));
                double a1Im = Math.fma(cos2, sum2Im, Math.fma(cos1, sum1Im, im0));
                double b1Re = Math.fma(sin2, minus2Re, sin1 * minus1Re);
                double b1Im = Math.fma(sin2, minus2Im, sin1 * minus1Im);
                double a2Re = Math.fma(cos4, sum2Re, Math.fma(cos2, sum1Re, re0));
                double a2Im = Math.fma(cos4, sum2Im, Math.fma(cos2, sum1Im, im0));
                double b2Re = Math.fma(sin4, minus2Re, sin2 * minus1Re);
                double b2Im = Math.fma(sin4, minus2Im, sin2 * minus1Im);
                DoubleStagesScalar.twist(a1Re + b1Im, a1Im - b1Re, cos[w1], sin[w1], outRe, outIm, y + yStride);
                DoubleStagesScalar.twist(a2Re + b2Im, a2Im - b2Re, cos[w2], sin[w2], outRe, outIm, y + 2 * yStride);
                DoubleStagesScalar.twist(a2Re - b2Im, a2Im + b2Re, cos[w3], sin[w3], outRe, outIm, y + 3 * yStride);
                DoubleStagesScalar.twist(a1Re - b1Im, a1Im + b1Re, cos[w4], sin[w4], outRe, outIm, y + 4 * yStride);
                x += step.in().inner();
                y += step.out().inner();
                w1 += step.twiddle().inner();
            }
        }
    }
}
