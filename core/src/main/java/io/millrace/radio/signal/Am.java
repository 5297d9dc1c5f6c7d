package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import java.util.Arrays;

/**
 * Amplitude modulation: x[m] = c(1 + μ·a[m]), the {@link Audio} a with a peak of 1, so that the index reaches μ; c = 1/√(1 + μ²·mean a²), the
 * mean being over the whole signal. What is left of a mean of a changes the power by 2μ times that. Order: c + y·((c·μ)/peak), each
 * operation rounded to float. Class: reproducible.
 */
final class Am implements Baseband {
    /** The recipe. */
    record Of() implements Recipe {
        @Override
        public Family family() {
            return Family.AM;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Am(emission, kernels, philox);
        }

        @Override
        public double reach(Emission emission) {
            return Audio.HIGHEST;
        }

        @Override
        public void check(Emission emission, String name) {
            Audio.requireRoom(emission, name);
        }
    }

    private final Audio audio;
    private final double modulationIndex;
    private final float[] wave = new float[Block.ARRAY];
    private float carrier;

    Am(Emission emission, SampleKernels kernels, Philox philox) {
        audio = new Audio(Audio.Kind.VOICE, true, emission.sampleRate(), kernels, philox);
        modulationIndex = emission.modulationIndex();
    }

    @Override
    public void draw(long index) {
        audio.draw(index);
    }

    @Override
    public void describe(long[] row) {
        audio.describe(row);
        SignalColumn.DEPTH.put(row, modulationIndex);
    }

    @Override
    public void begin(long index, int length) {
        audio.begin(index, length);
        carrier = (float) (1 / Math.sqrt(1 + modulationIndex * modulationIndex * audio.power()));
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        audio.make(from, count, carrier * (float) modulationIndex, wave);
        for (int j = 0; j < count; j++) {
            re[at + j] = carrier + wave[j];
        }
        Arrays.fill(im, at, at + count, 0);
    }

    /** β² = μ²·Σ f²p/(1 + μ²·Σ p), p the powers of the audio's tones, f their frequencies: two lines each and the carrier. */
    @Override
    public double rmsBandwidth() {
        double sides = modulationIndex * audio.rms();
        return sides * audio.rmsFrequency() / Math.sqrt(1 + sides * sides);
    }
}
