package io.millrace.radio.signal;

import io.millrace.math.Turns;

/**
 * Points of mean power 1, by the label of their bits. Gray: neighbours differ in one bit, g(p) = p ⊕ ⌊p/2⌋ being the label of the p-th in a
 * row. The points are made in double and rounded.
 *
 * <p>Phase keying: label g(p) is at p/M turns, of two at 0 and ½, of four at an eighth further. Square: the upper half of the label's bits
 * is a row's along the real axis, from −(√M − 1) in steps of 2, the lower half the imaginary one's. Cross, M = 2^(2m+1): the same with m + 1
 * bits along the real axis, m along the imaginary one; then, s = 2^(m−1), points beyond |x| = 3s move to the top and the bottom: those with
 * |y| &gt; s to (|x| − 2s, 4s − |y|), others to (4s − |x|, |y| + 2s), signs kept (J. G. Smith, <i>Odd-bit quadrature amplitude-shift
 * keying</i>, IEEE Trans. Communications 23, 1975). That is Gray but for the neighbours of those that moved.
 */
enum Constellation {
    /** 2 phases. */
    BPSK(2, true),
    /** 4 phases. */
    QPSK(4, true),
    /** 8 phases. */
    PSK8(8, true),
    /** 4 × 4. */
    QAM16(16, false),
    /** Cross of 6 × 6. */
    QAM32(32, false),
    /** 8 × 8. */
    QAM64(64, false),
    /** Cross of 12 × 12. */
    QAM128(128, false),
    /** 16 × 16. */
    QAM256(256, false),
    /** Cross of 24 × 24. */
    QAM512(512, false),
    /** 32 × 32. */
    QAM1024(1024, false);

    private final int size;
    private final boolean phases;

    Constellation(int size, boolean phases) {
        this.size = size;
        this.phases = phases;
    }

    /** Bits of a label. */
    int bits() {
        return Integer.numberOfTrailingZeros(size);
    }

    /** Real parts by label, then imaginary parts by label. */
    float[] points() {
        double[] re = new double[size];
        double[] im = new double[size];
        double power = 0;
        for (int label = 0; label < size; label++) {
            if (phases) {
                long turn = (long) place(label) << Long.SIZE - bits();
                turn += size == 4 ? 1L << Long.SIZE - 3 : 0;
                re[label] = Turns.cos(turn);
                im[label] = Turns.sin(turn);
            } else {
                int low = bits() / 2;
                int high = bits() - low;
                re[label] = 2 * place(label >>> low) - (1 << high) + 1;
                im[label] = 2 * place(label & (1 << low) - 1) - (1 << low) + 1;
                if (high > low) {
                    cross(re, im, label, 1 << low - 1);
                }
            }
            power += (re[label] * re[label] + im[label] * im[label]) / size;
        }
        float[] points = new float[2 * size];
        for (int label = 0; label < size; label++) {
            points[label] = (float) (re[label] / Math.sqrt(power));
            points[size + label] = (float) (im[label] / Math.sqrt(power));
        }
        return points;
    }

    private static void cross(double[] re, double[] im, int label, int s) {
        double x = Math.abs(re[label]);
        double y = Math.abs(im[label]);
        if (x > 3 * s) {
            boolean outer = y > s;
            re[label] = Math.copySign(outer ? x - 2 * s : 4 * s - x, re[label]);
            im[label] = Math.copySign(outer ? 4 * s - y : y + 2 * s, im[label]);
        }
    }

    /** The p of which this is the label g(p). */
    static int place(int label) {
        int p = label;
        for (int shift = 1; shift < Integer.SIZE; shift *= 2) {
            p ^= p >>> shift;
        }
        return p;
    }
}
