package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Noise;

/** Noise of mean 0 from random words, see {@link Noise}; normal numbers are {@link io.millrace.math.GaussKernel}'s. Class: reproducible. */
public interface NoiseKernel {
    /** {@code out[at + r] = scale·√3·(2u − 1)}, u = (word ⋙ 8)·2⁻²⁴. */
    void uniform(int[] words, int at, int count, float scale, float[] out);

    /** {@code out[at + r] = scale·(−ln u − 1)}, u = fma((float) (word ⋙ 1), 2⁻³¹, 2⁻³²) in (0, 1]. */
    void exponential(int[] words, int at, int count, float scale, float[] out);

    /**
     * {@code out[at + r] = scale·(−ln E − γ)√6/π}, E = −ln(1 − u) with the last place kept where u is small (Kahan's logarithm of 1 + x), u as for
     * {@link #exponential} and at most 1 − 2⁻²⁴.
     */
    void gumbel(int[] words, int at, int count, float scale, float[] out);

    /** {@code out[at + r] = ±scale·(−ln u)/√2}, u as for {@link #exponential}; negative where the word is odd. */
    void laplace(int[] words, int at, int count, float scale, float[] out);

    /**
     * {@code out[at + r] = scale·√((ν − 2)(u^{−2/ν} − 1))·cos 2πt}, u as for {@link #exponential}, t the word of {@code turns} as a fraction of a
     * turn. Where u is near 1 and so the root near 0, that is off by up to √(6·10⁻⁸ (ν − 2)).
     */
    void student(int[] words, int[] turns, int at, int count, double freedom, float scale, float[] out);

    /** {@code out[at + r] = fma((float) (word ⋙ 1), 2⁻³¹, 2⁻³²)} in (0, 1]: what decides discrete nodes. */
    void upper(int[] words, int at, int count, float[] out);

    /** {@code x[at + r] *= scale}. */
    void scale(float[] x, int at, int count, float scale);

    /** {@code x[to + r] += noise[at + r]}. */
    void add(float[] noise, int at, int count, float[] x, int to);

    /** {@code out[to + r] = noise[at + r]·√ln(1 + e^{out[to + r]})}. */
    void spread(float[] noise, int at, int count, float[] out, int to);
}
