package io.millrace.radio.feature;

import io.millrace.fft.Fft;
import io.millrace.radio.kernel.DotKernel;
import io.millrace.radio.kernel.SampleKernels;
import java.util.Arrays;

/**
 * What is summed over one window, in floats: all that is of order W; {@link WindowFeatures} makes features of it. One thread's. Class:
 * reproducible; sums have {@link DotKernel}'s shape but the cumulated power, which is summed in double from the lowest frequency up.
 */
public final class WindowSums {
    /** Bands of the noise floor. */
    public static final int BANDS = 32;

    /** Σ |y|². */
    public static final int POWER = 0;
    /** Σ |y|. */
    public static final int ENVELOPE = 1;
    /** max |y|. */
    public static final int PEAK = 2;
    /** Re Σ y[n + 1] y*[n]. */
    public static final int LAG_RE = 3;
    /** Im of the same. */
    public static final int LAG_IM = 4;
    /** Changes of sign of Re y. */
    public static final int CROSSINGS = 5;
    /** Σ p, p_k = |Y_k|² of the tapered window. */
    public static final int DENSITY = 6;
    /** Σ k p, k from −W/2 to W/2 − 1. */
    public static final int MOMENT = 7;
    /** max p. */
    public static final int TOP = 8;
    /** The first k + W/2 up to which 0.5 % of Σ p lie; W/2 of silence. */
    public static final int LOW = 9;
    /** The same of 85 %. */
    public static final int ROLL = 10;
    /** The same of 99.5 %. */
    public static final int HIGH = 11;
    /** Σ |R_l/R_0|², l from 0 to W/4; 0 of silence. */
    public static final int WIDTH = 12;
    /** Σ l |R_l/R_0|². */
    public static final int WIDTH_1 = 13;
    /** Σ l² |R_l/R_0|². */
    public static final int WIDTH_2 = 14;
    /** Σ |R_l/R_0| without l = 0. */
    public static final int RIPPLE = 15;
    /** R_0. */
    public static final int CENTRE = 16;
    /** Σ p over band b is at {@code BAND + b}; bands are in order of bins from 0 to W − 1. */
    public static final int BAND = 17;
    /** Numbers of a window. */
    public static final int LENGTH = BAND + BANDS;

    private static final int PAD = 64;
    private static final double[] SHARES = {0.005, 0.85, 0.995};

    private final int window;
    private final DotKernel dots;
    private final Fft fft;
    private final float[] taper;
    private final float[] ones;
    private final float[] signedBin;
    private final float[] lag;
    private final float[] lagSquared;
    private final float[] re;
    private final float[] im;
    private final float[] p;

    /** Of windows of that many samples. */
    public WindowSums(int window, SampleKernels kernels) {
        this.window = window;
        dots = kernels.dots();
        fft = kernels.transforms().apply(window);
        taper = taper(window);
        ones = new float[window + PAD];
        signedBin = new float[window + PAD];
        lag = new float[window + PAD];
        lagSquared = new float[window + PAD];
        Arrays.fill(ones, 1);
        for (int k = 0; k < window; k++) {
            signedBin[k] = k < window / 2 ? k : k - window;
            lag[k] = k;
            lagSquared[k] = (float) k * k;
        }
        re = new float[window + PAD];
        im = new float[window + PAD];
        p = new float[window + PAD];
    }

    /** Hann's window, ½ − ½ cos(2πn/W). */
    public static float[] taper(int window) {
        float[] taper = new float[window];
        for (int n = 0; n < window; n++) {
            taper[n] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * n / window));
        }
        return taper;
    }

    /** Sums the samples {@code at … at + W − 1} into {@code out}, {@link #LENGTH} numbers. */
    public void sum(float[] yRe, float[] yIm, int at, float[] out) {
        inTime(yRe, yIm, at, out);
        for (int n = 0; n < window; n++) {
            re[n] = yRe[at + n] * taper[n];
            im[n] = yIm[at + n] * taper[n];
        }
        fft.forward(re, im, 0);
        for (int k = 0; k < window; k++) {
            p[k] = Math.fma(im[k], im[k], re[k] * re[k]);
        }
        inFrequency(out);
        cumulate(out);
        inDelay(out);
    }

    private void inTime(float[] yRe, float[] yIm, int at, float[] out) {
        out[POWER] = dots.dot(yRe, at, yRe, at, window) + dots.dot(yIm, at, yIm, at, window);
        for (int n = 0; n < window; n++) {
            float square = Math.fma(yIm[at + n], yIm[at + n], yRe[at + n] * yRe[at + n]);
            p[n] = (float) Math.sqrt(square);
        }
        out[ENVELOPE] = dots.dot(p, 0, ones, 0, window);
        out[PEAK] = dots.most(p, 0, window);
        int pairs = window - 1;
        out[LAG_RE] = dots.dot(yRe, at + 1, yRe, at, pairs) + dots.dot(yIm, at + 1, yIm, at, pairs);
        out[LAG_IM] = dots.dot(yIm, at + 1, yRe, at, pairs) - dots.dot(yRe, at + 1, yIm, at, pairs);
        int crossings = 0;
        for (int n = 1; n < window; n++) {
            crossings += (Float.floatToRawIntBits(yRe[at + n]) ^ Float.floatToRawIntBits(yRe[at + n - 1])) >>> 31;
        }
        out[CROSSINGS] = crossings;
    }

    private void inFrequency(float[] out) {
        out[DENSITY] = dots.dot(p, 0, ones, 0, window);
        out[MOMENT] = dots.dot(p, 0, signedBin, 0, window);
        out[TOP] = dots.most(p, 0, window);
        int band = window / BANDS;
        for (int b = 0; b < BANDS; b++) {
            out[BAND + b] = dots.dot(p, b * band, ones, 0, band);
        }
    }

    private void cumulate(float[] out) {
        double total = out[DENSITY];
        double sum = 0;
        int share = total > 0 ? 0 : SHARES.length;
        int last = total > 0 ? window - 1 : window / 2;
        out[LOW] = last;
        out[ROLL] = last;
        out[HIGH] = last;
        for (int i = 0; i < window && share < SHARES.length; i++) {
            sum += p[(i + window / 2) % window];
            while (share < SHARES.length && sum >= SHARES[share] * total) {
                out[LOW + share] = i;
                share++;
            }
        }
    }

    private void inDelay(float[] out) {
        System.arraycopy(p, 0, re, 0, window);
        Arrays.fill(im, 0, window, 0);
        fft.inverse(re, im, 0);
        int lags = window / 4 + 1;
        float scale = re[0] >= Float.MIN_NORMAL ? 1 / re[0] : 0;
        for (int l = 0; l < lags; l++) {
            float a = re[l] * scale;
            float b = im[l] * scale;
            p[l] = Math.fma(b, b, a * a);
        }
        out[CENTRE] = re[0];
        out[WIDTH] = dots.dot(p, 0, ones, 0, lags);
        out[WIDTH_1] = dots.dot(p, 0, lag, 0, lags);
        out[WIDTH_2] = dots.dot(p, 0, lagSquared, 0, lags);
        for (int l = 0; l < lags; l++) {
            p[l] = (float) Math.sqrt(p[l]);
        }
        out[RIPPLE] = dots.dot(p, 1, ones, 0, lags - 1);
    }
}
