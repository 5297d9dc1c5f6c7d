package io.millrace.radio.signal;

import io.millrace.fft.Fft;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;
import java.util.Arrays;

/**
 * Orthogonal subcarriers: symbols of L samples behind the last C = ⌊L/8⌋ of them, a cyclic prefix. Of N subcarriers a symbol is
 *
 * <pre>y[n] = Σ_k X_k e^{2πikn/L},   k = −⌊N/2⌋ … −1, 1 … ⌈N/2⌉,   X_k = s_k/√N</pre>
 *
 * <p>by {@link Fft#inverse(float[], float[], int)}, k = 0 being left out; s_k is the point of {@link Constellation#QPSK} whose label is the
 * upper bits of word iN + d of stream {@link Streams#SYMBOLS} for the d-th k of symbol i. With o = ⌊u(L + C)⌋, u uniform, sample m is
 * element (m + o) mod (L + C) of symbol ⌊(m + o)/(L + C)⌋, the prefix first. Each symbol's mean power without its prefix is 1. Class:
 * reproducible.
 *
 * <p>L is the least integer from f_s(N + 2)/bandwidth on that has no prime factor above {@value #LARGEST_PRIME}: the channel is N + 2
 * spacings wide, N + 1 of them with the middle's gap, and out of it are 0.8 % of the power of 52 subcarriers, 3 % of 8 (measured): pulses are
 * rectangular.
 */
public final class Ofdm implements Baseband {
    /** A symbol over its prefix, C = ⌊L/{@value}⌋. */
    public static final int PREFIX = 8;

    private static final int LARGEST_PRIME = 13;

    /** The most samples of a symbol. */
    private static final int MOST = 1 << 20;

    /** The recipe. */
    record Of() implements Recipe {
        @Override
        public Family family() {
            return Family.OFDM;
        }

        /** Real parts of the four points by label, then imaginary parts, floats. */
        @Override
        public int[] table(Emission emission) {
            float[] points = points(emission.subcarriers());
            int[] table = new int[points.length];
            for (int i = 0; i < table.length; i++) {
                table[i] = Float.floatToRawIntBits(points[i]);
            }
            return table;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Ofdm(emission, kernels, philox);
        }

        @Override
        public void check(Emission emission, String name) {
            double samples = samples(emission);
            if (samples > MOST) {
                throw new SpecException(
                        "subcarriers",
                        emission.subcarriers(),
                        "what has symbols of at most " + MOST
                                + " samples: sample-rate·(subcarriers + 2)/bandwidth-hz is " + Decimal.text(samples));
            }
        }
    }

    private final SampleKernels kernels;
    private final RandomStream random;
    private final Fft fft;
    private final double spacing;
    private final int subcarriers;
    private final int length;
    private final int prefix;
    private final float[] points;
    private final int[] words;
    private final float[] re;
    private final float[] im;
    private long index;
    private long passed;
    /** The symbol that {@link #re} and {@link #im} hold. */
    private long made;

    Ofdm(Emission emission, SampleKernels kernels, Philox philox) {
        this.kernels = kernels;
        random = new RandomStream(philox);
        subcarriers = emission.subcarriers();
        length = length(emission);
        prefix = length / PREFIX;
        spacing = emission.sampleRate() / length;
        fft = kernels.transforms().apply(length);
        points = points(subcarriers);
        words = new int[subcarriers + 8 + Draws.SLACK];
        re = new float[length];
        im = new float[length];
    }

    /** The points s/√N. */
    private static float[] points(int subcarriers) {
        float[] points = Constellation.QPSK.points();
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (points[i] / Math.sqrt(subcarriers));
        }
        return points;
    }

    /** L, samples of a symbol without its prefix. */
    public static int length(Emission emission) {
        int length = (int) Math.ceil(samples(emission));
        while (!smooth(length)) {
            length++;
        }
        return length;
    }

    private static double samples(Emission emission) {
        return emission.sampleRate() * (emission.subcarriers() + 2) / emission.bandwidth();
    }

    private static boolean smooth(int n) {
        int rest = n;
        for (int prime = 2; prime <= LARGEST_PRIME; prime++) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    @Override
    public void draw(long index) {
        this.index = index;
        passed = (long) (random.at(index, 0, Streams.START).uniformDouble(1) * (length + prefix));
        made = -1;
    }

    @Override
    public void describe(long[] row) {
        SignalColumn.SUBCARRIERS.put(row, subcarriers);
        SignalColumn.LENGTH.put(row, length);
        SignalColumn.PASSED.put(row, passed);
    }

    @Override
    public void begin(long index, int length) {
        draw(index);
    }

    @Override
    public void make(int from, int count, float[] outRe, float[] outIm, int at) {
        int whole = length + prefix;
        int done = 0;
        while (done < count) {
            long position = passed + from + done;
            long symbol = position / whole;
            int element = (int) (position % whole);
            if (symbol != made) {
                synthesise(symbol);
            }
            boolean before = element < prefix;
            int source = before ? element + length - prefix : element - prefix;
            int run = Math.min(count - done, before ? prefix - element : whole - element);
            System.arraycopy(re, source, outRe, at + done, run);
            System.arraycopy(im, source, outIm, at + done, run);
            done += run;
        }
    }

    private void synthesise(long symbol) {
        long first = symbol * subcarriers;
        int skipped = (int) (first & 3);
        int blocks = Draws.blocks(skipped + subcarriers);
        kernels.draws().words(index, 1, 0, Streams.SYMBOLS, (int) (first >>> 2), blocks, words);
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        int negative = subcarriers / 2;
        for (int d = 0; d < subcarriers; d++) {
            int bin = d < negative ? length - negative + d : d - negative + 1;
            int label = words[skipped + d] >>> 30;
            re[bin] = points[label];
            im[bin] = points[4 + label];
        }
        fft.inverse(re, im, 0);
        made = symbol;
    }

    /** β² = Δ²(Σk²/N + 1/12), Δ = f_s/L: subcarriers taken to be flat over their spacing. */
    @Override
    public double rmsBandwidth() {
        double sum = 0;
        for (int d = 0; d < subcarriers; d++) {
            double k = d < subcarriers / 2 ? d - subcarriers / 2 : d - subcarriers / 2 + 1;
            sum += k * k;
        }
        return spacing * Math.sqrt(sum / subcarriers + 1 / 12.0);
    }
}
