package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import java.util.Arrays;

/**
 * Double side band without a carrier: x[m] = a[m]/√(mean a²), a the {@link Audio}, the mean being over the whole signal. Class:
 * reproducible.
 */
final class Dsb implements Baseband {
    /** The recipe. */
    record Of() implements Recipe {
        @Override
        public Family family() {
            return Family.DSB;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Dsb(emission, kernels, philox);
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
    private final float[] wave = new float[Block.ARRAY];
    private float factor;

    Dsb(Emission emission, SampleKernels kernels, Philox philox) {
        audio = new Audio(Audio.Kind.VOICE, true, emission.sampleRate(), kernels, philox);
    }

    @Override
    public void draw(long index) {
        audio.draw(index);
    }

    @Override
    public void describe(long[] row) {
        audio.describe(row);
    }

    @Override
    public void begin(long index, int length) {
        audio.begin(index, length);
        factor = (float) (1 / Math.sqrt(audio.power()));
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        audio.make(from, count, factor, wave);
        System.arraycopy(wave, 0, re, at, count);
        Arrays.fill(im, at, at + count, 0);
    }

    /** β² = Σ f²p/Σ p over the audio's tones: each has a line at f and one at −f. */
    @Override
    public double rmsBandwidth() {
        return audio.rmsFrequency();
    }
}
