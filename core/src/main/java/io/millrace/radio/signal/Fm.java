package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/**
 * Frequency modulation: x[m] = exp 2πi(φ₀ + Δf/f_s·Σ_{k ≤ m} a[k]), the {@link Audio} a with a peak of 1, so that the deviation reaches Δf.
 * The sum is one of 2⁻³² turns, each summand truncated to them. Class: reproducible.
 */
final class Fm implements Baseband {
    /** Of that audio. */
    record Of(Audio.Kind kind) implements Recipe {
        @Override
        public Family family() {
            return Family.FM;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Fm(emission, kind, kernels, philox);
        }

        @Override
        public double reach(Emission emission) {
            return emission.deviation() + Audio.HIGHEST;
        }
    }

    private final Audio audio;
    private final SampleKernels kernels;
    private final RandomStream random;
    private final double deviation;
    private final float turnsOfPeak;
    private final float[] steps = new float[Block.ARRAY];
    private final int[] turns = new int[Block.ARRAY];
    private int phase;

    Fm(Emission emission, Audio.Kind kind, SampleKernels kernels, Philox philox) {
        this.audio = new Audio(kind, false, emission.sampleRate(), kernels, philox);
        this.kernels = kernels;
        this.random = new RandomStream(philox);
        this.deviation = emission.deviation();
        this.turnsOfPeak = (float) (deviation / emission.sampleRate() * 0x1p32);
    }

    @Override
    public void draw(long index) {
        audio.draw(index);
        phase = Streams.phase(random, index);
    }

    @Override
    public void describe(long[] row) {
        audio.describe(row);
        SignalColumn.PHASE.put(row, phase);
        SignalColumn.DEPTH.put(row, (double) turnsOfPeak);
    }

    @Override
    public void begin(long index, int length) {
        audio.begin(index, length);
        phase = Streams.phase(random, index);
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        audio.make(from, count, turnsOfPeak, steps);
        for (int j = 0; j < count; j++) {
            turns[j] = (int) steps[j];
        }
        int sum = phase;
        for (int j = 0; j < count; j++) {
            sum += turns[j];
            turns[j] = sum;
        }
        phase = sum;
        kernels.phasors().make(turns, count, 1, re, im, at);
    }

    /** β² = Δf²·E a². */
    @Override
    public double rmsBandwidth() {
        return deviation * audio.rms();
    }
}
