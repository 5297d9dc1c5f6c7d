package io.millrace.fft;

import io.millrace.simd.Simd;
import java.util.Objects;

/**
 * Discrete Fourier transforms of one length, complex, in place, in single and in double precision; class reproducible: scalar
 * and vector, at any width, write the same bits of the same finite numbers. One thread's: it owns scratch.
 *
 * <p>A signal is two arrays, real and imaginary parts; of many, number j of all signals stands before number j + 1, and each is transformed to the bits that it would
 * have alone. Any length is possible whose prime factors are at most {@value
 * FftPlan#LARGEST_PRIME}; those of small factors are fast. Nothing is normalised: {@code inverse} after {@code forward}
 * multiplies by n.
 *
 * <p>The error's root mean square over that of X, for noise: below 2.5·2⁻²⁴ and 2.5·2⁻⁵³ at lengths up to 1280, below 3·2⁻²⁴ up to
 * 2²⁰ in single precision (the worst found, against the definition in twice the precision; 1.7 to 1.9 at 1024). A single impulse,
 * whose errors do not average out, has shown 5·2⁻⁵³ (at 3¹⁰).
 *
 * <p>What a precision needs is made at its first transform; after that nothing is allocated.
 */
public final class Fft {
    private static final int MOST = 1 << 28;

    private final FftPlan plan;
    private final int signals;
    private final boolean lanes;
    private Transform<float[]> floats;
    private Transform<double[]> doubles;
    private DoubleAligned aligned;

    private Fft(FftPlan plan, int signals, boolean lanes) {
        if (signals < 1 || (long) signals * plan.length() > MOST) {
            throw new IllegalArgumentException(signals + " signals of " + plan.length()
                    + " numbers: at least 1, and no more than " + MOST + " numbers together");
        }
        this.plan = plan;
        this.signals = signals;
        this.lanes = lanes;
    }

    /**
     * The reference.
     *
     * @throws IllegalArgumentException if the length is less than 1, or has a prime factor above {@link FftPlan#LARGEST_PRIME}
     */
    public static Fft scalar(int length) {
        return scalar(length, 1);
    }

    /**
     * The reference, of many signals at once.
     *
     * @throws IllegalArgumentException as {@link #scalar(int)}, or for less than one signal, or more than 2²⁸ numbers
     */
    public static Fft scalar(int length, int signals) {
        return new Fft(FftPlan.of(length), signals, false);
    }

    /**
     * Over lanes, where the length fills them; only where {@link Simd#present()}.
     *
     * @throws IllegalArgumentException as {@link #scalar(int)}
     */
    public static Fft vector(int length) {
        return vector(length, 1);
    }

    /**
     * The same over lanes of signals, where there are enough.
     *
     * @throws IllegalArgumentException as {@link #scalar(int, int)}
     */
    public static Fft vector(int length, int signals) {
        return new Fft(FftPlan.of(length), signals, true);
    }

    /** How many complex numbers a signal has, n. */
    public int length() {
        return plan.length();
    }

    /** How many signals, s. */
    public int signals() {
        return signals;
    }

    /**
     * X[k] = Σ x[j] e<sup>−2πijk/n</sup>, with x[j] of signal b {@code re[at + j·s + b] + i·im[at + j·s + b]}, and X[k] in the place of x[k].
     *
     * @throws IndexOutOfBoundsException if an array has no n·s elements from {@code at} on
     * @throws IllegalArgumentException if both arrays are one
     */
    public void forward(float[] re, float[] im, int at) {
        check(re, re.length, im, im.length, at);
        if (floats == null) {
            floats = new Transform<>(plan, signals, lanes ? floatLanes() : new FloatStagesScalar());
        }
        floats.run(re, im, at);
    }

    /**
     * x[j] = Σ X[k] e<sup>+2πijk/n</sup>, which is n times what the inverse of {@link #forward(float[], float[], int)} is.
     *
     * @throws IndexOutOfBoundsException if an array has no n·s elements from {@code at} on
     * @throws IllegalArgumentException if both arrays are one
     */
    public void inverse(float[] re, float[] im, int at) {
        forward(im, re, at);
    }

    /** As {@link #forward(float[], float[], int)}, in double precision. */
    public void forward(double[] re, double[] im, int at) {
        check(re, re.length, im, im.length, at);
        if (lanes && signals == 1 && DoubleAligned.suits(plan.length())) {
            if (aligned == null) {
                aligned = new DoubleAligned(plan);
            }
            aligned.load(re, im, at);
            aligned.forward();
            aligned.store(re, im, at);
            return;
        }
        if (doubles == null) {
            doubles = new Transform<>(plan, signals, lanes ? doubleLanes() : new DoubleStagesScalar());
        }
        doubles.run(re, im, at);
    }

    /** As {@link #inverse(float[], float[], int)}, in double precision. */
    public void inverse(double[] re, double[] im, int at) {
        forward(im, re, at);
    }

    void check(Object re, int reLength, Object im, int imLength, int at) {
        Objects.checkFromIndexSize(at, plan.length() * signals, reLength);
        Objects.checkFromIndexSize(at, plan.length() * signals, imLength);
        if (re == im) {
            throw new IllegalArgumentException("real and imaginary parts are the same array");
        }
    }

    private Stages<float[]> floatLanes() {
        return Transform.suits(plan, signals, FloatStagesVector.LANES)
                ? new FloatStagesVector()
                : new FloatStagesScalar();
    }

    private Stages<double[]> doubleLanes() {
        return Transform.suits(plan, signals, DoubleStagesVector.LANES)
                ? new DoubleStagesVector()
                : new DoubleStagesScalar();
    }
}
