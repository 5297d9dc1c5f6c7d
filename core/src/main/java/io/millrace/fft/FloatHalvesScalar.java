package io.millrace.fft;

/** The reference in single precision. */
final class FloatHalvesScalar implements Halves<float[]> {
    private final int half;
    private final int signals;
    private final float[] cos;
    private final float[] sin;

    FloatHalvesScalar(int half, int signals, Precision<float[]> precision) {
        this.half = half;
        this.signals = signals;
        cos = precision.rounded().apply(Root.cosines(Root.first(half, 2 * half)));
        sin = precision.rounded().apply(Root.sines(Root.first(half, 2 * half)));
    }

    @Override
    public void spectrum(float[] re, float[] im, int at) {
        spectrumEnds(re, im, at);
        for (int k = 1; k < (half + 1) / 2; k++) {
            spectrum(k, re, im, at);
        }
    }

    /** Of 0 and m, and of m/2. */
    void spectrumEnds(float[] re, float[] im, int at) {
        ends(re, im, at);
        if (half % 2 == 0) {
            for (int p = at + half / 2 * signals; p < at + (half / 2 + 1) * signals; p++) {
                im[p] = -im[p];
            }
        }
    }

    private void ends(float[] re, float[] im, int at) {
        for (int p = at; p < at + signals; p++) {
            float sum = re[p] + im[p];
            im[p] = re[p] - im[p];
            re[p] = sum;
        }
    }

    /** Of k and m − k. */
    void spectrum(int k, float[] re, float[] im, int at) {
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p++, q++) {
            float sumRe = re[p] + re[q];
            float sumIm = im[p] - im[q];
            float minusRe = re[q] - re[p];
            float minusIm = im[p] + im[q];
            float turnedRe = Math.fma(sin[k], minusRe, cos[k] * minusIm);
            float turnedIm = Math.fma(cos[k], minusRe, -(sin[k] * minusIm));
            re[p] = 0.5f * (sumRe + turnedRe);
            im[p] = 0.5f * (turnedIm + sumIm);
            re[q] = 0.5f * (sumRe - turnedRe);
            im[q] = 0.5f * (turnedIm - sumIm);
        }
    }

    @Override
    public void signal(float[] re, float[] im, int at) {
        signalEnds(re, im, at);
        for (int k = 1; k < (half + 1) / 2; k++) {
            signal(k, re, im, at);
        }
    }

    /** Of 0 and m, and of m/2. */
    void signalEnds(float[] re, float[] im, int at) {
        ends(re, im, at);
        if (half % 2 == 0) {
            for (int p = at + half / 2 * signals; p < at + (half / 2 + 1) * signals; p++) {
                re[p] = 2 * re[p];
                im[p] = -2 * im[p];
            }
        }
    }

    /** Of k and m − k. */
    void signal(int k, float[] re, float[] im, int at) {
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p++, q++) {
            float sumRe = re[p] + re[q];
            float sumIm = im[p] - im[q];
            float minusRe = re[p] - re[q];
            float minusIm = im[p] + im[q];
            float turnedRe = Math.fma(cos[k], minusRe, -(sin[k] * minusIm));
            float turnedIm = Math.fma(sin[k], minusRe, cos[k] * minusIm);
            re[p] = sumRe - turnedIm;
            im[p] = turnedRe + sumIm;
            re[q] = sumRe + turnedIm;
            im[q] = turnedRe - sumIm;
        }
    }
}
