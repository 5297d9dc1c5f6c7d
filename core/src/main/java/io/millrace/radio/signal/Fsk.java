package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.Arrays;

/**
 * Frequency keying of continuous phase: x(t) = exp 2πi(φ₀ + h/2·Σ_n a_n q(t + L − 1 − n)), t the position in symbols by {@link Symbols},
 * q and L the {@link FrequencyPulse}, a_n = 2p − M + 1 with the upper bits of symbol n's word the Gray label of p; M = 4 of label order
 * −3, −1, +3, +1. Class: reproducible; the phase is exact.
 *
 * <p>The phase is integer, in 2⁻³² turns and modulo 1. With n = ⌊t⌋, p the upper {@value FrequencyPulse#PHASE_BITS} bits of t − n, r the next 22,
 * T the table of hq/2, A = Σ_k a_{n+k} T[p][k], B = Σ_k a_{n+k} T[p + 1][k], k from 0 to L − 1: φ₀ + Σ_{i&lt;n} a_i·⌊h/2⌉ + A + ⌊(B − A)·r/2²²⌋.
 *
 * <p>The symbol rate is R = bandwidth/(h(M − 1) + 1.3) where none is given, of Gaussian pulses bandwidth/(h(M − 1) + 0.6): the outer
 * tones' distance and what holds 99 % of the power (measured; of Gaussian pulses of BT = 0.5 and h = 0.5 that takes 1.04R: Murota, Hirade 1981).
 */
final class Fsk implements Baseband {
    /**
     * A kind.
     *
     * @param bits of a symbol, log₂ M
     * @param modulationIndex h
     * @param bandwidthTime of a Gaussian pulse; 0: rectangular
     */
    record Of(int bits, double modulationIndex, double bandwidthTime) implements Recipe {
        @Override
        public Family family() {
            return Family.FSK;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Fsk(emission, this, kernels, philox);
        }

        @Override
        public int[] table(Emission emission) {
            int[] levels = levels();
            int[] phases = pulse().table(modulationIndex / 2);
            int[] table = Arrays.copyOf(levels, levels.length + phases.length);
            System.arraycopy(phases, 0, table, levels.length, phases.length);
            return table;
        }

        @Override
        public void check(Emission emission, String name) {
            Linear.requireRate(emission, width(), name);
        }

        /** a by label. */
        private int[] levels() {
            int[] levels = new int[1 << bits];
            for (int label = 0; label < levels.length; label++) {
                levels[label] = 2 * Constellation.place(label) - levels.length + 1;
            }
            return levels;
        }

        /** Of the channel, in symbol rates. */
        private double width() {
            return modulationIndex * ((1 << bits) - 1) + (bandwidthTime > 0 ? 0.6 : 1.3);
        }

        private FrequencyPulse pulse() {
            return bandwidthTime > 0 ? FrequencyPulse.gaussian(bandwidthTime) : FrequencyPulse.rectangular();
        }
    }

    private final Of kind;
    private final SampleKernels kernels;
    private final RandomStream random;
    private final Symbols symbols;
    private final double rmsBandwidth;
    private final int span;
    private final int[] table;
    /** ⌊h/2⌉ in 2⁻³² turns. */
    private final int whole;
    /** a by label. */
    private final int[] levels;

    private final int[] level = new int[Block.LENGTH + 16];
    /** Phase of the symbols before that one. */
    private final int[] before = new int[Block.LENGTH + 17];

    private final int[] turns = new int[Block.ARRAY];
    private int phase;

    Fsk(Emission emission, Of kind, SampleKernels kernels, Philox philox) {
        this.kind = kind;
        this.kernels = kernels;
        random = new RandomStream(philox);
        double rate = Linear.rate(emission, kind.width());
        symbols = new Symbols(rate, emission.sampleRate(), kernels, philox);
        FrequencyPulse pulse = kind.pulse();
        double half = kind.modulationIndex() / 2;
        span = pulse.span();
        table = pulse.table(half);
        whole = (int) Math.round(half * 0x1p32);
        int size = 1 << kind.bits();
        levels = kind.levels();
        rmsBandwidth = half * rate * Math.sqrt((size * size - 1) / 3.0 * pulse.energy());
    }

    @Override
    public void draw(long index) {
        symbols.begin(index);
        phase = Streams.phase(random, index);
    }

    @Override
    public void describe(long[] row) {
        symbols.describe(row);
        SignalColumn.PHASE.put(row, phase);
        SignalColumn.BITS.put(row, kind.bits());
        SignalColumn.SPAN.put(row, span);
        SignalColumn.HALF_INDEX.put(row, whole);
    }

    @Override
    public void begin(long index, int length) {
        draw(index);
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        symbols.place(from, count);
        int drawn = symbols.draw(span);
        int skipped = symbols.skipped();
        int sum = phase;
        for (int i = 0; i < drawn; i++) {
            int a = levels[symbols.words[skipped + i] >>> Integer.SIZE - kind.bits()];
            level[i] = a;
            before[i] = sum;
            sum += a * whole;
        }
        if (span == 1) {
            rectangular(count);
        } else {
            gaussian(count);
        }
        phase = before[symbols.next()];
        kernels.phasors().make(turns, count, 1, re, im, at);
    }

    private void rectangular(int count) {
        for (int j = 0; j < count; j++) {
            long f = symbols.fraction[j];
            int row = (int) (f >>> Long.SIZE - FrequencyPulse.PHASE_BITS);
            int n = symbols.symbol[j];
            turns[j] = before[n] + between(level[n] * table[row], level[n] * table[row + 1], f);
        }
    }

    private void gaussian(int count) {
        for (int j = 0; j < count; j++) {
            long f = symbols.fraction[j];
            int row = (int) (f >>> Long.SIZE - FrequencyPulse.PHASE_BITS) * FrequencyPulse.GAUSSIAN_SPAN;
            int n = symbols.symbol[j];
            int a = 0;
            int b = 0;
            for (int k = 0; k < FrequencyPulse.GAUSSIAN_SPAN; k++) {
                a += level[n + k] * table[row + k];
                b += level[n + k] * table[row + FrequencyPulse.GAUSSIAN_SPAN + k];
            }
            turns[j] = before[n] + between(a, b, f);
        }
    }

    private static int between(int a, int b, long fraction) {
        long rest = fraction >>> Integer.SIZE & (1 << Integer.SIZE - FrequencyPulse.PHASE_BITS) - 1;
        return a + (int) ((b - a) * rest >> Integer.SIZE - FrequencyPulse.PHASE_BITS);
    }

    /** β² = (hR/2)²·(M² − 1)/3·∫q'² dt: the mean square of the instantaneous frequency, of levels independent and of mean 0. */
    @Override
    public double rmsBandwidth() {
        return rmsBandwidth;
    }
}
