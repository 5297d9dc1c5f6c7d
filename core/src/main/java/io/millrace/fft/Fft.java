package io.millrace.fft;

import io.millrace.simd.Simd;
import java.util.Objects;

/**
 * Discrete Fourier transforms of one length, complex, in place, in single and in double precision; class reproducible: scalar
 * and vector, at any width, write the same bits of the same finite numbers. One thread's: it owns scratch.
 *
 * <p>A signal is two arrays, real and imaginary parts. Any length is possible whose prime factors are at most {@value
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
    private final FftPlan plan;
    private final boolean lanes;
    private Transform<float[]> floats;
    private Transform<double[]> doubles;

    private Fft(FftPlan plan, boolean lanes) {
        this.plan = plan;
        this.lanes = lanes;
    }

    /**
     * The reference.
     *
     * @throws IllegalArgumentException if the length is less than 1, or has a prime factor above {@link FftPlan#LARGEST_PRIME}
     */
    public static Fft scalar(int length) {
        return new Fft(FftPlan.of(length), false);
    }

    /**
     * Over lanes, where the length fills them; only where {@link Simd#present()}.
     *
     * @throws IllegalArgumentException as {@link #scalar}
     */
    public static Fft vector(int length) {
        return new Fft(FftPlan.of(length), true);
    }

    /** How many complex numbers are transformed, n. */
    public int length() {
        return plan.length();
    }

    /**
     * X[k] = Σ x[j] e<sup>−2πijk/n</sup>, with x[j] = {@code re[at + j] + i·im[at + j]}, and X[k] in the place of x[k].
     *
     * @throws IndexOutOfBoundsException if an array has no n elements from {@code at} on
     * @throws IllegalArgumentException if both arrays are one
     */
    public void forward(float[] re, float[] im, int at) {
        check(re, re.length, im, im.length, at);
        if (floats == null) {
            floats = new Transform<>(plan, lanes ? floatLanes() : new FloatStagesScalar());
        }
        floats.run(re, im, at);
    }

    /**
     * x[j] = Σ X[k] e<sup>+2πijk/n</sup>, which is n times what the inverse of {@link #forward(float[], float[], int)} is.
     *
     * @throws IndexOutOfBoundsException if an array has no n elements from {@code at} on
     * @throws IllegalArgumentException if both arrays are one
     */
    public void inverse(float[] re, float[] im, int at) {
        forward(im, re, at);
    }

    /** As {@link #forward(float[], float[], int)}, in double precision. */
    public void forward(double[] re, double[] im, int at) {
        check(re, re.length, im, im.length, at);
        if (doubles == null) {
            doubles = new Transform<>(plan, lanes ? doubleLanes() : new DoubleStagesScalar());
        }
        doubles.run(re, im, at);
    }

    /** As {@link #inverse(float[], float[], int)}, in double precision. */
    public void inverse(double[] re, double[] im, int at) {
        forward(im, re, at);
    }

    private void check(Object re, int reLength, Object im, int imLength, int at) {
        Objects.checkFromIndexSize(at, plan.length(), reLength);
        Objects.checkFromIndexSize(at, plan.length(), imLength);
        if (re == im) {
            throw new IllegalArgumentException("real and imaginary parts are the same array");
        }
    }

    private Stages<float[]> floatLanes() {
        return Transform.suits(plan, FloatStagesVector.LANES) ? new FloatStagesVector() : new FloatStagesScalar();
    }

    private Stages<double[]> doubleLanes() {
        return Transform.suits(plan, DoubleStagesVector.LANES) ? new DoubleStagesVector() : new DoubleStagesScalar();
    }
}
