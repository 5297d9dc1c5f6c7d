package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/**
 * Where samples are in symbols, and the random words of these. Sample m is at t = u + m·ρ symbols, exactly: ρ = R/f_s and the random
 * start u are multiples of 2⁻⁶⁴, so n = ⌊t⌋ is the upper half of the 128-bit m·ρ, plus 1 where the lower half and u carry, and t − n is their
 * sum. Symbol n has word n of stream {@link Streams#SYMBOLS}. Class: exact.
 */
final class Symbols {
    private static final int MOST_SPAN = 16;

    /** Of sample j of the block: its symbol, less {@link #first()}. */
    final int[] symbol = new int[Block.LENGTH];
    /** And how much of the symbol has passed, in 2⁻⁶⁴ symbols, unsigned. */
    final long[] fraction = new long[Block.LENGTH];
    /** The word of symbol {@code first + i}, at {@code i + skipped()}. */
    final int[] words = new int[Block.LENGTH + MOST_SPAN + 8 + Draws.SLACK];

    private final SampleKernels kernels;
    private final RandomStream random;
    private final long step;
    private long index;
    private long start;
    private int first;
    private int next;

    /** At that rate, more than 0 and less than the sample rate. */
    Symbols(double rate, double sampleRate, SampleKernels kernels, Philox philox) {
        this.kernels = kernels;
        this.random = new RandomStream(philox);
        this.step = step(rate, sampleRate);
    }

    /** ρ in 2⁻⁶⁴, a multiple of 4 of them. */
    private static long step(double rate, double sampleRate) {
        return Math.max(1, Math.round(rate / sampleRate * 0x1p62)) << 2;
    }

    /** Draws u. */
    void begin(long index) {
        this.index = index;
        start = Streams.part(random, index);
    }

    /** Writes u and ρ. */
    void describe(long[] row) {
        SignalColumn.PART.put(row, start);
        SignalColumn.STEP.put(row, step);
    }

    /** Finds the symbols of the samples {@code from … from + count − 1}. */
    void place(int from, int count) {
        long at = from * step + start;
        int number = (int) Math.unsignedMultiplyHigh(from, step) + carry(at, start);
        first = number;
        number = 0;
        for (int j = 0; j < count; j++) {
            symbol[j] = number;
            fraction[j] = at;
            at += step;
            number += carry(at, step);
        }
        next = number;
    }

    /** 1 where a sum is smaller than a summand. */
    private static int carry(long sum, long summand) {
        return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
    }

    /** The symbol of the block's first sample. */
    int first() {
        return first;
    }

    /** The symbol of the sample after the block's last, less {@link #first()}. */
    int next() {
        return next;
    }

    /**
     * Draws the words of the symbols {@code n … n + span − 1} for all n of the block that was placed, and of the one after it.
     *
     * @return how many these are, from {@link #first()} on
     */
    int draw(int span) {
        int count = next + span;
        kernels.draws().words(index, 1, 0, Streams.SYMBOLS, first >>> 2, Draws.blocks(skipped() + count), words);
        return count;
    }

    /** Where the first symbol's word is. */
    int skipped() {
        return first & 3;
    }
}
