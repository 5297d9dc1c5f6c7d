package io.millrace.radio.signal;

import io.millrace.radio.RadioKeys;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The envelope of one instance, and what a test may know of it: the law of its random numbers. */
final class Envelope {
    static final long SEED = 20261128;
    static final Philox PHILOX = Philox.of(RadioSpec.WORKLOAD, SEED);

    /** Envelopes of an emission of one modulation. */
    static final class Source {
        final Emission emission;
        final Baseband baseband;

        /** By the reference kernels. */
        Source(String modulation, String... settings) {
            this(SampleKernels.scalar(PHILOX), modulation, settings);
        }

        Source(SampleKernels kernels, String modulation, String... settings) {
            emission = emission(modulation, settings);
            baseband = new Transmitter(emission, kernels, PHILOX).baseband(0);
        }

        Envelope make(long index, int length) {
            return new Envelope(emission, baseband, index, length);
        }
    }

    final Emission emission;
    final long index;
    final float[] re;
    final float[] im;

    private Envelope(Emission emission, Baseband baseband, long index, int length) {
        this.emission = emission;
        this.index = index;
        float[] blockRe = new float[Block.ARRAY + 3];
        float[] blockIm = new float[Block.ARRAY + 3];
        re = new float[length];
        im = new float[length];
        baseband.begin(index, length);
        for (int from = 0; from < length; from += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, length - from);
            baseband.make(from, count, blockRe, blockIm, 3);
            System.arraycopy(blockRe, 3, re, from, count);
            System.arraycopy(blockIm, 3, im, from, count);
        }
    }

    /** At 50 kHz in a channel of 12.5 kHz, without an offset, but for what the settings say. */
    static Emission emission(String modulation, String... settings) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("modulation", modulation);
        map.put("frequency-offset-hz", "0");
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return RadioKeys.parse(map, Map.of()).emission();
    }

    double power() {
        double sum = 0;
        for (int j = 0; j < re.length; j++) {
            sum += (double) re[j] * re[j] + (double) im[j] * im[j];
        }
        return sum / re.length;
    }

    /** Turns from sample to sample j, in (−½, ½]. */
    double advance(int j) {
        double c = (double) re[j] * re[j - 1] + (double) im[j] * im[j - 1];
        double s = (double) im[j] * re[j - 1] - (double) re[j] * im[j - 1];
        return Math.atan2(s, c) / (2 * Math.PI);
    }

    double sampleRate() {
        return emission.sampleRate();
    }

    /** Which part of symbol 0 has passed at sample 0. */
    double part() {
        return new RandomStream(PHILOX).at(index, 0, Streams.START).uniformDouble(1);
    }

    /** The upper bits of symbol n's word. */
    int label(int n, int bits) {
        return new RandomStream(PHILOX).at(index, 0, Streams.SYMBOLS).word(n) >>> 32 - bits;
    }
}
