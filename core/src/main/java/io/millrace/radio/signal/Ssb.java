package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;

/**
 * Single side band, the upper one, without a carrier: x[m] = (a[m] + i·â[m])/√(mean a² + mean â²), a the {@link Audio}, â its Hilbert
 * transform, tone by tone under the same envelope; the means are over the whole signal. Class: reproducible.
 */
final class Ssb implements Baseband {
    /** The recipe. */
    record Of() implements Recipe {
        @Override
        public Family family() {
            return Family.SSB;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Ssb(emission, kernels, philox);
        }

        @Override
        public double reach(Emission emission) {
            return Audio.HIGHEST;
        }

        @Override
        public double lowest(Emission emission) {
            return 0;
        }

        @Override
        public void check(Emission emission, String name) {
            Audio.requireRoom(emission, name);
        }
    }

    private final Audio audio;
    private final float[] wave = new float[Block.ARRAY];
    private final float[] quadrature = new float[Block.ARRAY];
    private float factor;

    Ssb(Emission emission, SampleKernels kernels, Philox philox) {
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
        factor = (float) (1 / Math.sqrt(audio.power() + audio.quadraturePower()));
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        audio.makeAnalytic(from, count, factor, wave, quadrature);
        System.arraycopy(wave, 0, re, at, count);
        System.arraycopy(quadrature, 0, im, at, count);
    }

    /** β² is the variance of the audio's tones, each of which has a line at f: the carrier's phase is unknown. */
    @Override
    public double rmsBandwidth() {
        return audio.rmsFrequencyAboutMean();
    }
}
