package io.millrace.fft;

import io.millrace.simd.Simd;
import java.util.Objects;

/**
 * Discrete Fourier transforms of real signals of one even length n, in place, many at once, in single and in double precision; class reproducible, as {@link Fft}, whose errors
 * it has. One thread's: it owns scratch.
 *
 * <p>A signal is two arrays of m = n/2: the numbers of even index and those of odd index. Its spectrum X[0 … m] is in the same arrays, real and imaginary parts, but that
 * X[0] and X[m], which are real, share number 0: {@code re} has X[0] there, {@code im} X[m]. Number k of signal b of s stands at {@code at + k·s + b}. Nothing is
 * normalised: {@code inverse} after {@code forward} multiplies by n.
 */
public final class RealFft {
    private final int length;
    private final int signals;
    private final boolean lanes;
    private final Fft fft;
    private Halves<float[]> floats;
    private AlignedRealFft aligned;
    private Halves<double[]> doubles;

    private RealFft(int length, Fft fft, boolean lanes) {
        this.length = length;
        this.signals = fft.signals();
        this.lanes = lanes;
        this.fft = fft;
    }

    /**
     * The reference.
     *
     * @throws IllegalArgumentException if the length is odd, or half of it no length of {@link Fft#scalar(int, int)}
     */
    public static RealFft scalar(int length, int signals) {
        return new RealFft(length, Fft.scalar(half(length), signals), false);
    }

    /**
     * Over lanes; only where {@link Simd#present()}.
     *
     * @throws IllegalArgumentException as {@link #scalar}
     */
    public static RealFft vector(int length, int signals) {
        return new RealFft(length, Fft.vector(half(length), signals), true);
    }

    private static int half(int length) {
        if (length % 2 != 0) {
            throw new IllegalArgumentException("the length of a real transform is " + length + ": it must be even");
        }
        return length / 2;
    }

    /** How many real numbers a signal has, n. */
    public int length() {
        return length;
    }

    /** How many signals, s. */
    public int signals() {
        return signals;
    }

    /**
     * X[k] = Σ x[j] e<sup>−2πijk/n</sup>, k ≤ m.
     *
     * @throws IndexOutOfBoundsException if an array has no m·s elements from {@code at} on
     * @throws IllegalArgumentException if both arrays are one
     */
    public void forward(double[] re, double[] im, int at) {
        if (aligned()) {
            fft.check(re, re.length, im, im.length, at);
            aligned.forward(re, im, at);
            return;
        }
        fft.forward(re, im, at);
        doubles().spectrum(re, im, at);
    }

    /** x[j] = Σ X[k] e<sup>+2πijk/n</sup> over all n frequencies, those above m being the conjugates of those below. */
    public void inverse(double[] re, double[] im, int at) {
        if (aligned()) {
            fft.check(re, re.length, im, im.length, at);
            aligned.inverse(re, im, at);
            return;
        }
        Objects.checkFromIndexSize(at, length / 2 * signals, Math.min(re.length, im.length));
        doubles().signal(re, im, at);
        fft.inverse(re, im, at);
    }

    /** As {@link #forward(double[], double[], int)}, in single precision. */
    public void forward(float[] re, float[] im, int at) {
        fft.forward(re, im, at);
        floats().spectrum(re, im, at);
    }

    /** As {@link #inverse(double[], double[], int)}, in single precision. */
    public void inverse(float[] re, float[] im, int at) {
        Objects.checkFromIndexSize(at, length / 2 * signals, Math.min(re.length, im.length));
        floats().signal(re, im, at);
        fft.inverse(re, im, at);
    }

    /** Whether doubles are transformed off the heap, with what that needs. */
    private boolean aligned() {
        if (!lanes || signals > 1 || !AlignedRealFft.suits(length)) {
            return false;
        }
        if (aligned == null) {
            aligned = new AlignedRealFft(length);
        }
        return true;
    }

    private Halves<double[]> doubles() {
        if (doubles == null) {
            doubles = lanes
                    ? new DoubleHalvesVector(length / 2, signals, Precision.DOUBLE)
                    : new DoubleHalvesScalar(length / 2, signals, Precision.DOUBLE);
        }
        return doubles;
    }

    private Halves<float[]> floats() {
        if (floats == null) {
            floats = lanes
                    ? new FloatHalvesVector(length / 2, signals, Precision.FLOAT)
                    : new FloatHalvesScalar(length / 2, signals, Precision.FLOAT);
        }
        return floats;
    }
}
