package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;

/**
 * Sweeps of linear frequency: x = exp 2πi(φ₀ − BT/2·τ(1 − τ)), τ the part that has passed of a sweep of T seconds from −B/2 to B/2, B =
 * bandwidth; the next begins at the phase of the last. Class: reproducible; the phase is exact but for truncations.
 *
 * <p>τ by {@link Symbols}; in 2⁻⁶⁴, q = ⌊τ(1 − τ)⌋ as the upper half of a product; in 2⁻³² turns, φ₀ − ⌊q·⌊BT/2·2²⁰⌉/2⁵²⌋, the product of 128
 * bits. B is off by 2⁻²⁰/T at most.
 *
 * <p>Out of the channel is, as the frequency jumps, 2.5 % of the power at BT = 32, 2.1 % at 62, 0.6 % at 1250 (measured).
 */
final class Lfm implements Baseband {
    /** The recipe. */
    record Of() implements Recipe {
        /** Of B·T: less would not stay in the channel. */
        private static final double LEAST = 32;

        @Override
        public Family family() {
            return Family.LFM;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Lfm(emission, kernels, philox);
        }

        @Override
        public void check(Emission emission, String name) {
            double least = LEAST / emission.bandwidth();
            if (emission.sweep() < least) {
                throw new SpecException(
                        "sweep-s",
                        Decimal.text(emission.sweep()),
                        "at least " + Decimal.text(LEAST) + "/bandwidth-hz, " + Decimal.text(least)
                                + " s: shorter sweeps do not stay in the channel");
            }
        }
    }

    private final SampleKernels kernels;
    private final RandomStream random;
    private final Symbols sweeps;
    private final double bandwidth;
    /** BT/2 in 2⁻²⁰. */
    private final long factor;

    private final int[] turns = new int[Block.ARRAY];
    private int phase;

    Lfm(Emission emission, SampleKernels kernels, Philox philox) {
        this.kernels = kernels;
        random = new RandomStream(philox);
        bandwidth = emission.bandwidth();
        sweeps = new Symbols(1 / emission.sweep(), emission.sampleRate(), kernels, philox);
        factor = Math.round(bandwidth * emission.sweep() * 0x1p19);
    }

    @Override
    public void draw(long index) {
        sweeps.begin(index);
        phase = Streams.phase(random, index);
    }

    @Override
    public void describe(long[] row) {
        sweeps.describe(row);
        SignalColumn.PHASE.put(row, phase);
        SignalColumn.SWEEP.put(row, factor);
    }

    @Override
    public void begin(long index, int length) {
        draw(index);
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        sweeps.place(from, count);
        for (int j = 0; j < count; j++) {
            long passed = sweeps.fraction[j];
            long product = Math.unsignedMultiplyHigh(passed, -passed);
            long high = Math.multiplyHigh(factor, product);
            turns[j] = phase - (int) (high << 12 | factor * product >>> 52);
        }
        kernels.phasors().make(turns, count, 1, re, im, at);
    }

    /** β² = B²/12: the frequency is everywhere in the channel for as long. */
    @Override
    public double rmsBandwidth() {
        return bandwidth / Math.sqrt(12);
    }
}
