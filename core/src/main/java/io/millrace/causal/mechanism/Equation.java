package io.millrace.causal.mechanism;

import java.util.Arrays;

/** The structural equation of one node, over and over again another. */
public final class Equation {
    /** How it follows from its causes. */
    public Mechanism mechanism;
    /** The family of its noise. */
    public Noise noise;
    /** Standard deviation of its noise. */
    public float scale;
    /** Constant. */
    public float bias;
    /** K: how many causes. */
    public int causes;
    /** The causes, in ascending order. */
    public int[] cause = {};
    /** How many {@link #numbers}. */
    public int count;
    /**
     * Weights and coefficients: w₁ … w_K of linear, logistic and Poisson; v_h, w_h1 … w_hK of each hidden unit; w, w′, w″ of index models, the last two in turns per unit;
     * K linear ones, K of squares, then those of pairs (k, l), l &lt; k, over the number of terms; a_k0 … a_kd of each cause; a, b, c of sigmoids.
     */
    public float[] numbers = {};
    /** Of {@link Mechanism#RFF_GP}. */
    public final Fourier function = new Fourier();
    /** h of heteroscedastic noise; without features elsewhere. */
    public final Fourier spread = new Fourier();

    /** Of nothing yet. */
    public Equation() {}

    void resize(int causes, int numbers) {
        this.causes = causes;
        count = numbers;
        if (cause.length < causes) {
            cause = Arrays.copyOf(cause, Math.max(causes, 2 * cause.length));
        }
        if (this.numbers.length < numbers) {
            this.numbers = Arrays.copyOf(this.numbers, Math.max(numbers, 2 * this.numbers.length));
        }
    }
}
