package io.millrace.fft;

import java.util.Arrays;

/**
 * How a length is transformed: its factors in the order of the stages, and the twiddle factors.
 *
 * <p>Stage j of radix r comes with stride s, the product of the radices before it, and m = n/(r·s). At each p &lt; m, q &lt; s it
 * takes x<sub>k</sub> = x[q + s·p + s·m·k], k &lt; r, and writes
 *
 * <p>y[q + s·(r·p + k)] = ω(rm)<sup>pk</sup> Σ<sub>l</sub> ω(r)<sup>kl</sup> x<sub>l</sub>, where ω(N) = e<sup>−2πi/N</sup>,
 *
 * <p>which the next stage reads: Stockham's self-sorting transform, decimated in frequency (Cochran et al., <i>What is the
 * fast Fourier transform?</i>, Proc. IEEE 55, 1967; Van Loan, <i>Computational Frameworks for the Fast Fourier Transform</i>,
 * SIAM 1992, §1.7). Radices 4 come first, then at most one 2, then the odd primes in ascending order.
 */
public final class FftPlan {
    /** The largest prime factor of a length. */
    public static final int LARGEST_PRIME = 61;

    private final int length;
    private final int[] radices;

    private FftPlan(int length, int[] radices) {
        this.length = length;
        this.radices = radices;
    }

    /**
     * Of a length.
     *
     * @throws IllegalArgumentException if it is less than 1, or has a prime factor above {@link #LARGEST_PRIME}
     */
    public static FftPlan of(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("the length of a transform is " + length + ": it must be at least 1");
        }
        int[] radices = new int[Integer.SIZE];
        int stages = 0;
        int rest = length;
        for (int radix : new int[] {4, 2}) {
            for (; rest % radix == 0; rest /= radix) {
                radices[stages++] = radix;
            }
        }
        for (int radix = 3; radix <= LARGEST_PRIME; radix += 2) {
            for (; rest % radix == 0; rest /= radix) {
                radices[stages++] = radix;
            }
        }
        if (rest > 1) {
            throw new IllegalArgumentException("the length of a transform is " + length
                    + ": its prime factors must not be above " + LARGEST_PRIME);
        }
        return new FftPlan(length, Arrays.copyOf(radices, stages));
    }

    /** How many complex numbers are transformed. */
    public int length() {
        return length;
    }

    /** How many stages there are; none for length 1. */
    public int stages() {
        return radices.length;
    }

    /** The radix r of a stage: 4, 2 or an odd prime. */
    public int radix(int stage) {
        return radices[stage];
    }

    /** The stride s of a stage. */
    public int stride(int stage) {
        int stride = 1;
        for (int before = 0; before < stage; before++) {
            stride *= radices[before];
        }
        return stride;
    }

    /** The m of a stage: how many different twiddle factors each of its outputs but the first has. */
    public int twists(int stage) {
        return length / stride(stage) / radices[stage];
    }

    /**
     * The twiddle factors of all stages: that of output k ≥ 1 at p of a stage is cos − i·sin, its cosine
     * at 2·(n − n/s + (k − 1)·m + p), its sine behind it. There are n − 1 of them. In single precision they are these, rounded.
     */
    public double[] twiddles() {
        double[] table = new double[2 * (length - 1)];
        int at = 0;
        for (int stage = 0; stage < radices.length; stage++) {
            for (Root factor : factors(stage)) {
                table[at++] = factor.cos();
                table[at++] = factor.sin();
            }
        }
        return table;
    }

    /**
     * cos and sin of 2πj/r, j &lt; r, in the order of {@link #twiddles}: a prime r for its butterfly; the first half of those of an even one for
     * {@link RealFft} of r numbers.
     */
    public static double[] roots(int order) {
        double[] table = new double[2 * order];
        for (int j = 0; j < order; j++) {
            Root root = Root.of(j, order);
            table[2 * j] = root.cos();
            table[2 * j + 1] = root.sin();
        }
        return table;
    }

    /** Those of one stage, (k − 1)·m + p. */
    Root[] factors(int stage) {
        int radix = radices[stage];
        int twists = twists(stage);
        Root[] factors = new Root[(radix - 1) * twists];
        for (int k = 1; k < radix; k++) {
            for (int p = 0; p < twists; p++) {
                factors[(k - 1) * twists + p] = Root.of(k * p, radix * twists);
            }
        }
        return factors;
    }
}
