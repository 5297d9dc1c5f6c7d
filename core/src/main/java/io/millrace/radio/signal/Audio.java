package io.millrace.radio.signal;

import io.millrace.math.Trig;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.Oscillator;
import io.millrace.radio.kernel.Ramp;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.Arrays;

/**
 * What analogue modulations carry: a(t) = e(t)·Σ w_i sin(2πf_i t + φ_i), pre-emphasised, y[m] = a[m] − 0.95·a[m − 1], and scaled to a
 * peak of exactly 1 over the whole signal, before it modulates. Class: reproducible.
 *
 * <p>The envelope e is 1, or, for voice, 0 in pauses: segments of 80 ms of which one in five is a pause, not the first; each begins
 * with a transition u²(3 − 2u) of 10 ms.
 */
final class Audio {
    /** The sources. */
    enum Kind {
        /** Three formants with pauses. */
        VOICE(new double[][] {{500, 800, 0.6}, {1000, 2000, 0.3}, {2500, 3000, 0.1}}, true),
        /** One tone. */
        TONE(new double[][] {{800, 1200, 1}}, false),
        /** Two equal tones. */
        DUAL_TONE(new double[][] {{500, 1000, 0.5}, {1200, 2400, 0.5}}, false);

        /** From, to (Hz), weight of each tone. */
        final double[][] tones;

        final boolean pauses;

        Kind(double[][] tones, boolean pauses) {
            this.tones = tones;
            this.pauses = pauses;
        }
    }

    /** The highest frequency of any source, Hz. */
    static final double HIGHEST = 3000;

    private static final float EMPHASIS = 0.95f;
    private static final double PAUSE = 0.2;

    private final Kind kind;
    private final double sampleRate;
    private final RandomStream random;
    private final int segment;
    private final int edge;
    private final Oscillator[] tones;
    private final double[] frequencies;
    private final float[] toneRe = new float[Block.ARRAY];
    private final float[] toneIm = new float[Block.ARRAY];
    private final float[] rawRe = new float[Block.ARRAY + 1];
    private final float[] rawIm = new float[Block.ARRAY + 1];
    private long index;
    private float peak;

    Audio(Kind kind, double sampleRate, SampleKernels kernels, Philox philox) {
        this.kind = kind;
        this.sampleRate = sampleRate;
        this.random = new RandomStream(philox);
        segment = Math.max(1, (int) Math.min(Integer.MAX_VALUE / 2, Math.round(0.08 * sampleRate)));
        edge = Math.max(1, segment / 8);
        frequencies = new double[kind.tones.length];
        tones = new Oscillator[kind.tones.length];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = new Oscillator(kernels);
        }
    }

    /** Draws the tones, and finds the peak over {@code length} samples. */
    void begin(long index, int length) {
        this.index = index;
        random.at(index, 0, Streams.AUDIO);
        for (int i = 0; i < tones.length; i++) {
            double[] tone = kind.tones[i];
            frequencies[i] = Math.fma(random.uniformDouble(2 * i), tone[1] - tone[0], tone[0]);
            long phase = Ramp.turn(random.uniformDouble(2 * i + 1));
            tones[i].set(phase, Ramp.step(frequencies[i], sampleRate), (float) tone[2]);
        }
        peak = 0;
        for (int from = 0; from < length; from += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, length - from);
            emphasise(from, count);
            for (int j = 0; j < count; j++) {
                peak = Math.max(peak, Math.abs(toneRe[j]));
            }
        }
    }

    /** The largest magnitude of the pre-emphasised sum before it was scaled. */
    float peak() {
        return peak;
    }

    /** √E a² of the tones without pauses: Σ of their powers over their possible peak. */
    double rms() {
        double power = 0;
        double sum = 0;
        for (int i = 0; i < frequencies.length; i++) {
            double angle = 2 * Math.PI * frequencies[i] / sampleRate;
            double gain = Math.sqrt(1 + EMPHASIS * EMPHASIS - 2 * EMPHASIS * Trig.cos(angle)) * kind.tones[i][2];
            power += gain * gain / 2;
            sum += gain;
        }
        return Math.sqrt(power) / sum;
    }

    /** Scaled samples, {@code out[j]} = y[from + j]·factor/peak; blocks in any order. */
    void make(int from, int count, float factor, float[] out) {
        emphasise(from, count);
        float scale = factor / peak;
        for (int j = 0; j < count; j++) {
            out[j] = toneRe[j] * scale;
        }
    }

    /** The same, and what is a quarter of a turn behind each tone: the Hilbert transform of {@code out}. */
    void makeAnalytic(int from, int count, float factor, float[] out, float[] quadrature) {
        make(from, count, factor, out);
        float scale = factor / peak;
        for (int j = 0; j < count; j++) {
            quadrature[j] = toneIm[j] * scale;
        }
    }

    /** Into {@code toneRe} y, into {@code toneIm} its Hilbert transform, not scaled. Sample −1 is taken to be sample 0. */
    private void emphasise(int from, int count) {
        int before = Math.max(0, from - 1);
        int made = count + from - before;
        raw(before, made);
        int shift = from - before;
        for (int j = 0; j < count; j++) {
            int at = j + shift;
            int last = Math.max(0, at - 1);
            toneRe[j] = Math.fma(-EMPHASIS, rawRe[last], rawRe[at]);
            toneIm[j] = Math.fma(-EMPHASIS, rawIm[last], rawIm[at]);
        }
    }

    /** e·Σ w sin into {@code rawRe}, −e·Σ w cos into {@code rawIm}. */
    private void raw(int from, int count) {
        Arrays.fill(rawRe, 0, count, 0);
        Arrays.fill(rawIm, 0, count, 0);
        for (Oscillator tone : tones) {
            tone.make(from, count, toneRe, toneIm);
            for (int j = 0; j < count; j++) {
                rawRe[j] += toneIm[j];
                rawIm[j] -= toneRe[j];
            }
        }
        if (kind.pauses) {
            gate(from, count);
        }
    }

    /** Multiplies by the envelope, where it is not 1. */
    private void gate(int from, int count) {
        int done = 0;
        while (done < count) {
            int number = (from + done) / segment;
            int start = number * segment - from;
            int edgeEnd = Math.clamp((long) start + edge, done, count);
            int end = Math.min(count, start + segment);
            float before = voiced(number - 1);
            float now = voiced(number);
            if (before != now) {
                for (int j = done; j < edgeEnd; j++) {
                    float u = (float) (j - start) / edge;
                    float e = Math.fma(now - before, u * u * (3 - 2 * u), before);
                    rawRe[j] *= e;
                    rawIm[j] *= e;
                }
            }
            if (now == 0) {
                int silent = before == 0 ? done : edgeEnd;
                Arrays.fill(rawRe, silent, end, 0);
                Arrays.fill(rawIm, silent, end, 0);
            }
            done = end;
        }
    }

    private float voiced(int segment) {
        if (segment <= 0) {
            return 1;
        }
        return random.at(index, 0, Streams.PAUSES).uniformDouble(segment) < PAUSE ? 0 : 1;
    }
}
