package io.millrace.fft;

/**
 * What makes a transform of n real numbers of one of m = n/2 complex ones, class reproducible: with z[j] = x[2j] + i·x[2j + 1] and Z its transform
 *
 * <pre>
 * 2X[k] = (Z[k] + Z̄[m − k]) − i·ω<sup>k</sup>·(Z[k] − Z̄[m − k])      ω = e<sup>−2πi/n</sup>
 * 2Z[k] = (X[k] + X̄[m − k]) + i·ω<sup>−k</sup>·(X[k] − X̄[m − k])
 * </pre>
 *
 * <p>(Sorensen et al., <i>Real-valued fast Fourier transform algorithms</i>, IEEE Trans. Acoust. 35, 1987). X[0] and X[m] are real: they stand at 0, the one as real part, the other
 * as imaginary one. Number k of signal b stands at {@code at + k·signals + b}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Halves<A> {
    /** X of Z, in place. */
    void spectrum(A re, A im, int at);

    /** 2Z of X, in place. */
    void signal(A re, A im, int at);
}
