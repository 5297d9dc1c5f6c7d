package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/**
 * Chirp spread spectrum: symbols of N = 2^SF chips at the rate B = bandwidth, each sweeping the channel once from where its value s begins.
 * With t in chips, x_s(t) = exp 2πi(t²/(2N) + (s/N − ½)t), less a whole turn a chip from t = N − s on, where the frequency has reached B/2
 * and goes on from −B/2; at integer t that is the usual x_s[n] (L. Vangelista, <i>Frequency shift chirp modulation: the LoRa
 * modulation</i>, IEEE Signal Processing Letters 24, 2017). The phase is 0 at both ends of a symbol, so continuous. Class: reproducible;
 * the phase is exact but for the last step's truncation.
 *
 * <p>s is the upper SF bits of symbol n's word; the part τ of a symbol that has passed, by {@link Symbols}, goes in as τ' = ⌊τ·2⁶¹⌋: with v
 * = τ' + s·2^(62−SF) − 2⁶¹, less 2⁶² where τ' + s·2^(61−SF) ≥ 2⁶¹, the phase is φ₀ + ⌊⌊⌊τ·2⁶²⌋·v/2⁶⁴⌋/2^(28−SF)⌋ in 2⁻³² turns: N/2·τ(τ + 2s/N − 1
 * or − 3).
 *
 * <p>Out of the channel is, as the frequency jumps, 3.2 % of the power at SF = 5, 1.8 % at 7, 0.4 % at 12 (measured).
 */
final class LoRa implements Baseband {
    /** The recipe. */
    record Of() implements Recipe {
        @Override
        public Family family() {
            return Family.LORA;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new LoRa(emission, kernels, philox);
        }
    }

    private static final long ONE = 1L << 61;

    private final SampleKernels kernels;
    private final RandomStream random;
    private final Symbols symbols;
    private final double bandwidth;
    private final int factor;
    private final int[] turns = new int[Block.ARRAY];
    private int phase;

    LoRa(Emission emission, SampleKernels kernels, Philox philox) {
        this.kernels = kernels;
        random = new RandomStream(philox);
        bandwidth = emission.bandwidth();
        factor = emission.spreadingFactor();
        symbols = new Symbols(bandwidth / (1 << factor), emission.sampleRate(), kernels, philox);
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
        SignalColumn.BITS.put(row, factor);
    }

    @Override
    public void begin(long index, int length) {
        draw(index);
    }

    @Override
    public void make(int from, int count, float[] re, float[] im, int at) {
        symbols.place(from, count);
        symbols.draw(1);
        int skipped = symbols.skipped();
        for (int j = 0; j < count; j++) {
            long s = symbols.words[skipped + symbols.symbol[j]] >>> Integer.SIZE - factor;
            long passed = symbols.fraction[j] >>> 3;
            long v = passed + (s << 62 - factor) - ONE;
            v -= passed + (s << 61 - factor) >= ONE ? 2 * ONE : 0;
            turns[j] = phase + (int) (Math.multiplyHigh(symbols.fraction[j] >>> 2, v) >> 28 - factor);
        }
        kernels.phasors().make(turns, count, 1, re, im, at);
    }

    /** β² = B²/12: each symbol's frequency is everywhere in the channel for as long. */
    @Override
    public double rmsBandwidth() {
        return bandwidth / Math.sqrt(12);
    }
}
