package io.millrace.fft;

/**
 * Discrete Fourier transforms of complex fields of n × n numbers, in place; class reproducible, as {@link Fft}. Number (j, l) stands at {@code j·n + l}. Nothing is normalised:
 * {@code inverse} after {@code forward} multiplies by n². One thread's.
 *
 * <p>Of spectra only the frequencies of j from 0 to {@code kept} − 1 and from n − {@code kept} + 1 to n − 1, these standing for −(kept − 1) to −1, may be there: transforms of rows that are
 * zero, or that nobody reads, are not done.
 */
public final class Fft2 {
    private final int length;
    private final int kept;
    private final Fft rows;
    private final Fft columns;

    private Fft2(Fft rows, Fft columns, int kept) {
        length = rows.length();
        if (kept < 1 || 2 * kept - 1 > length) {
            throw new IllegalArgumentException(kept + " frequencies of " + length);
        }
        this.kept = kept;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The reference.
     *
     * @throws IllegalArgumentException as {@link Fft#scalar(int, int)}, or for frequencies that there are not
     */
    public static Fft2 scalar(int length, int kept) {
        return new Fft2(Fft.scalar(length), Fft.scalar(length, length), kept);
    }

    /** Over lanes; only where {@link io.millrace.simd.Simd#present()}. */
    public static Fft2 vector(int length, int kept) {
        return new Fft2(Fft.vector(length), Fft.vector(length, length), kept);
    }

    /** n. */
    public int length() {
        return length;
    }

    /** X[k, m] = Σ x[j, l] e<sup>−2πi(jk + lm)/n</sup> in the rows k that are kept; others hold anything. */
    public void forward(double[] re, double[] im) {
        columns.forward(re, im, 0);
        for (int k = 0; k < length; k++) {
            if (isKept(k)) {
                rows.forward(re, im, k * length);
            }
        }
    }

    /** x[j, l] = Σ X[k, m] e<sup>+2πi(jk + lm)/n</sup>; rows that are not kept must be 0. */
    public void inverse(double[] re, double[] im) {
        for (int k = 0; k < length; k++) {
            if (isKept(k)) {
                rows.inverse(re, im, k * length);
            }
        }
        columns.inverse(re, im, 0);
    }

    private boolean isKept(int k) {
        return k < kept || k > length - kept;
    }
}
