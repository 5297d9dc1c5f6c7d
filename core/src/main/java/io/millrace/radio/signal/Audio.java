package io.millrace.radio.signal;

import io.millrace.math.InverseTrig;
import io.millrace.math.Trig;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.Oscillator;
import io.millrace.radio.kernel.Ramp;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;
import java.util.Arrays;

/**
 * What analogue modulations carry: e(t)·Σ w_i sin(2πf_i t + φ_i), each tone pre-emphasised as by y[m] = a[m] − 0.95·a[m − 1], which is a factor 1 −
 * 0.95·e^{−2πi f_i/f_s}, and all scaled to a peak of exactly 1 over the whole signal, before it modulates. Class: reproducible.
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

    private static final double EMPHASIS = 0.95;
    private static final double PAUSE = 0.2;

    private final Kind kind;
    private final boolean measured;
    private final double sampleRate;
    private final SampleKernels kernels;
    private final RandomStream random;
    private final int segment;
    private final int edge;
    private final Oscillator[] tones;
    private final double[] frequencies;
    private final long[] phases;
    private final float[] toneRe = new float[Block.ARRAY];
    private final float[] toneIm = new float[Block.ARRAY];
    private final float[] zeros = new float[Block.ARRAY];
    private long index;
    private float peak;
    private double power;
    private double quadraturePower;

    /** Of a kind; {@code measured} where mean squares are asked for. */
    Audio(Kind kind, boolean measured, double sampleRate, SampleKernels kernels, Philox philox) {
        this.kind = kind;
        this.measured = measured;
        this.sampleRate = sampleRate;
        this.kernels = kernels;
        this.random = new RandomStream(philox);
        segment = Math.max(1, (int) Math.min(Integer.MAX_VALUE / 2, Math.round(0.08 * sampleRate)));
        edge = Math.max(1, segment / 8);
        frequencies = new double[kind.tones.length];
        phases = new long[kind.tones.length];
        tones = new Oscillator[kind.tones.length];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = new Oscillator(kernels);
        }
    }

    /**
     * Refuses a channel that does not hold both side bands of any source.
     *
     * @param name of the modulation
     */
    static void requireRoom(Emission emission, String name) {
        if (emission.bandwidth() < 2 * HIGHEST) {
            throw new SpecException(
                    "bandwidth-hz",
                    Decimal.text(emission.bandwidth()),
                    "at least " + Decimal.text(2 * HIGHEST) + " Hz for modulation " + name);
        }
    }

    /** Draws the tones. */
    void draw(long index) {
        this.index = index;
        random.at(index, 0, Streams.AUDIO);
        for (int i = 0; i < tones.length; i++) {
            double[] tone = kind.tones[i];
            frequencies[i] = Math.fma(random.uniformDouble(2 * i), tone[1] - tone[0], tone[0]);
            double angle = 2 * Math.PI * frequencies[i] / sampleRate;
            double lead = InverseTrig.atan2(EMPHASIS * Trig.sin(angle), 1 - EMPHASIS * Trig.cos(angle));
            phases[i] = Ramp.turn(random.uniformDouble(2 * i + 1)) + Ramp.step(lead, 2 * Math.PI);
        }
    }

    /** Writes what was drawn. */
    void describe(long[] row) {
        SignalColumn.TONES.put(row, tones.length);
        for (int i = 0; i < tones.length; i++) {
            SignalColumn.TONE_PHASE.put(row, i, phases[i]);
            SignalColumn.TONE_STEP.put(row, i, Ramp.step(frequencies[i], sampleRate));
            SignalColumn.TONE_WEIGHT.put(row, i, gain(i));
        }
        SignalColumn.PAUSE.put(row, kind.pauses ? PAUSE : 0.0);
        SignalColumn.SEGMENT.put(row, segment);
        SignalColumn.EDGE.put(row, edge);
    }

    /** Draws the tones, and measures {@code length} samples: the peak, and, if asked for, the mean squares. */
    void begin(long index, int length) {
        draw(index);
        for (int i = 0; i < tones.length; i++) {
            tones[i].set(phases[i], Ramp.step(frequencies[i], sampleRate), (float) gain(i));
        }
        peak = 0;
        power = 0;
        quadraturePower = 0;
        for (int from = 0; from < length; from += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, length - from);
            raw(from, count);
            Arrays.fill(toneRe, count, toneRe.length, 0);
            Arrays.fill(toneIm, count, toneIm.length, 0);
            peak = Math.max(peak, kernels.mix().peak(toneIm, count));
            if (measured) {
                power += kernels.mix().power(toneIm, zeros, count);
                quadraturePower += kernels.mix().power(toneRe, zeros, count);
            }
        }
        double scale = 1 / ((double) peak * peak * length);
        power *= scale;
        quadraturePower *= scale;
    }

    /** The mean of y² over the signal. */
    double power() {
        return power;
    }

    /** The mean of the Hilbert transform's square. */
    double quadraturePower() {
        return quadraturePower;
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
            power += gain(i) * gain(i) / 2;
            sum += gain(i);
        }
        return Math.sqrt(power) / sum;
    }

    /** √(Σ f²p/Σ p) of the tones' frequencies and powers, Hz. */
    double rmsFrequency() {
        return rmsAbout(0);
    }

    /** The same about the mean frequency Σ f p/Σ p: of one side band alone. */
    double rmsFrequencyAboutMean() {
        double power = 0;
        double moment = 0;
        for (int i = 0; i < frequencies.length; i++) {
            power += gain(i) * gain(i);
            moment += gain(i) * gain(i) * frequencies[i];
        }
        return rmsAbout(moment / power);
    }

    private double rmsAbout(double mean) {
        double power = 0;
        double moment = 0;
        for (int i = 0; i < frequencies.length; i++) {
            double square = gain(i) * gain(i);
            double off = frequencies[i] - mean;
            power += square;
            moment += square * off * off;
        }
        return Math.sqrt(moment / power);
    }

    /** A tone's weight times the pre-emphasis' gain, √(1 + e² − 2e cos 2πf/f_s). */
    private double gain(int tone) {
        double angle = 2 * Math.PI * frequencies[tone] / sampleRate;
        return Math.sqrt(1 + EMPHASIS * EMPHASIS - 2 * EMPHASIS * Trig.cos(angle)) * kind.tones[tone][2];
    }

    /** Scaled samples, {@code out[j]} = y[from + j]·factor/peak; blocks in any order. */
    void make(int from, int count, float factor, float[] out) {
        raw(from, count);
        kernels.mix().scale(toneIm, factor / peak, count, out);
    }

    /** The same, and what is a quarter of a turn behind each tone: the Hilbert transform of {@code out}. */
    void makeAnalytic(int from, int count, float factor, float[] out, float[] quadrature) {
        make(from, count, factor, out);
        kernels.mix().scale(toneRe, -factor / peak, count, quadrature);
    }

    /** e·Σ w sin, not scaled, into {@code toneIm}, e·Σ w cos, its negative Hilbert transform, into {@code toneRe}. */
    private void raw(int from, int count) {
        Arrays.fill(toneRe, 0);
        Arrays.fill(toneIm, 0);
        for (Oscillator tone : tones) {
            tone.add(from, count, toneRe, toneIm);
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
                    toneRe[j] *= e;
                    toneIm[j] *= e;
                }
            }
            if (now == 0) {
                int silent = before == 0 ? done : edgeEnd;
                Arrays.fill(toneRe, silent, end, 0);
                Arrays.fill(toneIm, silent, end, 0);
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
