package io.millrace.radio.signal;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;

/**
 * Phase and quadrature amplitude keying: x(t) = Σ_n s_n·g(t + {@value Pulse#BEFORE} − n), t the position in symbols by {@link Symbols}, s_n the
 * point of a {@link Constellation} whose label is the upper bits of symbol n's word, g the {@link Pulse}. Symbols are independent and
 * uniform, so the power's mean over them and over the start is 1. Class: reproducible.
 *
 * <p>The symbol rate is R = bandwidth/(1 + α) where none is given: the spectrum, a raised cosine, ends at ±(1 + α)R/2.
 */
final class Linear implements Baseband {
    /** Of that constellation. */
    record Of(Constellation constellation) implements Recipe {
        @Override
        public Family family() {
            return Family.LINEAR;
        }

        @Override
        public Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Linear(emission, constellation, kernels, philox);
        }

        @Override
        public int[] table(Emission emission) {
            float[] points = constellation.points();
            float[] pulse = new Pulse(emission.rollOff()).tableCopy();
            int[] table = new int[points.length + pulse.length];
            for (int i = 0; i < table.length; i++) {
                float value = i < points.length ? points[i] : pulse[i - points.length];
                table[i] = Float.floatToRawIntBits(value);
            }
            return table;
        }

        @Override
        public void check(Emission emission, String name) {
            requireRate(emission, 1 + emission.rollOff(), name);
        }
    }

    private final Symbols symbols;
    private final Pulse pulse;
    private final float[] points;
    private final int bits;
    private final double rate;
    private final double rollOff;
    private final float[] re = new float[Block.LENGTH + Pulse.SPAN + 1];
    private final float[] im = new float[Block.LENGTH + Pulse.SPAN + 1];

    Linear(Emission emission, Constellation constellation, SampleKernels kernels, Philox philox) {
        rollOff = emission.rollOff();
        rate = rate(emission, 1 + rollOff);
        symbols = new Symbols(rate, emission.sampleRate(), kernels, philox);
        pulse = new Pulse(rollOff);
        points = constellation.points();
        bits = constellation.bits();
    }

    /** The symbol rate given, or the most that the channel holds, one symbol a second taking {@code width} Hz. */
    static double rate(Emission emission, double width) {
        return emission.symbolRate() > 0 ? emission.symbolRate() : emission.bandwidth() / width;
    }

    /** Refuses a symbol rate that the channel does not hold. */
    static void requireRate(Emission emission, double width, String name) {
        double most = emission.bandwidth() / width;
        if (emission.symbolRate() > most) {
            throw new SpecException(
                    "symbol-rate",
                    Decimal.text(emission.symbolRate()),
                    "at most " + Decimal.text(most) + " Bd for modulation " + name + ", which takes "
                            + Decimal.text(width) + " times that of bandwidth-hz");
        }
    }

    @Override
    public void draw(long index) {
        symbols.begin(index);
    }

    @Override
    public void describe(long[] row) {
        symbols.describe(row);
        SignalColumn.BITS.put(row, bits);
    }

    @Override
    public void begin(long index, int length) {
        draw(index);
    }

    @Override
    public void make(int from, int count, float[] outRe, float[] outIm, int at) {
        symbols.place(from, count);
        int drawn = symbols.draw(Pulse.SPAN);
        int skipped = symbols.skipped();
        int imaginary = points.length / 2;
        for (int i = 0; i < drawn; i++) {
            int label = symbols.words[skipped + i] >>> Integer.SIZE - bits;
            re[i] = points[label];
            im[i] = points[imaginary + label];
        }
        pulse.shape(symbols.symbol, symbols.fraction, count, re, im, outRe, outIm, at);
    }

    /** β² = R²(1/12 + α²(1/4 − 2/π²)): a raised cosine is a rectangle of the width R convolved with half a cosine of αR. */
    @Override
    public double rmsBandwidth() {
        return rate * Math.sqrt(1 / 12.0 + rollOff * rollOff * (0.25 - 2 / (Math.PI * Math.PI)));
    }
}
