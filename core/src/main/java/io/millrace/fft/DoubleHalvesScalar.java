package io.millrace.fft;

/** The reference in double precision. */
final class DoubleHalvesScalar implements Halves<double[]> {
    private final int half;
    private final int signals;
    private final double[] cos;
    private final double[] sin;

    DoubleHalvesScalar(int half, int signals, Precision<double[]> precision) {
        this.half = half;
        this.signals = signals;
        cos = precision.rounded().apply(Root.cosines(Root.first(half, 2 * half)));
        sin = precision.rounded().apply(Root.sines(Root.first(half, 2 * half)));
    }

    @Override
    public void spectrum(double[] re, double[] im, int at) {
        spectrumEnds(re, im, at);
        for (int k = 1; k < (half + 1) / 2; k++) {
            spectrum(k, re, im, at);
        }
    }

    /** Of 0 and m, and of m/2. */
    void spectrumEnds(double[] re, double[] im, int at) {
        ends(re, im, at);
        if (half % 2 == 0) {
            for (int p = at + half / 2 * signals; p < at + (half / 2 + 1) * signals; p++) {
                im[p] = -im[p];
            }
        }
    }

    private void ends(double[] re, double[] im, int at) {
        for (int p = at; p < at + signals; p++) {
            double sum = re[p] + im[p];
            im[p] = re[p] - im[p];
            re[p] = sum;
        }
    }

    /** Of k and m − k. */
    void spectrum(int k, double[] re, double[] im, int at) {
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p++, q++) {
            double sumRe = re[p] + re[q];
            double sumIm = im[p] - im[q];
            double minusRe = re[q] - re[p];
            double minusIm = im[p] + im[q];
            double turnedRe = Math.fma(sin[k], minusRe, cos[k] * minusIm);
            double turnedIm = Math.fma(cos[k], minusRe, -(sin[k] * minusIm));
            re[p] = 0.5 * (sumRe + turnedRe);
            im[p] = 0.5 * (turnedIm + sumIm);
            re[q] = 0.5 * (sumRe - turnedRe);
            im[q] = 0.5 * (turnedIm - sumIm);
        }
    }

    @Override
    public void signal(double[] re, double[] im, int at) {
        signalEnds(re, im, at);
        for (int k = 1; k < (half + 1) / 2; k++) {
            signal(k, re, im, at);
        }
    }

    /** Of 0 and m, and of m/2. */
    void signalEnds(double[] re, double[] im, int at) {
        ends(re, im, at);
        if (half % 2 == 0) {
            for (int p = at + half / 2 * signals; p < at + (half / 2 + 1) * signals; p++) {
                re[p] = 2 * re[p];
                im[p] = -2 * im[p];
            }
        }
    }

    /** Of k and m − k. */
    void signal(int k, double[] re, double[] im, int at) {
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p++, q++) {
            double sumRe = re[p] + re[q];
            double sumIm = im[p] - im[q];
            double minusRe = re[p] - re[q];
            double minusIm = im[p] + im[q];
            double turnedRe = Math.fma(cos[k], minusRe, -(sin[k] * minusIm));
            double turnedIm = Math.fma(sin[k], minusRe, cos[k] * minusIm);
            re[p] = sumRe - turnedIm;
            im[p] = turnedRe + sumIm;
            re[q] = sumRe + turnedIm;
            im[q] = turnedRe - sumIm;
        }
    }
}
