package io.millrace.math;

/**
 * Complex normal numbers by Box and Muller (Annals of Mathematical Statistics 29(2), 1958), made for speed: √(−2 ln u)·(cos t + i sin t), u =
 * fma((float) (word ⋙ 1), 2⁻³¹, 2⁻³²) in (0, 1] of one word, t a whole second word as a fraction of a turn. Class: reproducible.
 *
 * <p>Polynomials of the least degree that float can tell from the function: cosine and sine are off by up to 1.2e-7, the radius by 3 parts in 10⁷;
 * {@link Normal} keeps the last place too, at twice the price.
 */
public interface GaussKernel {
    /** The reference. */
    static GaussKernel scalar() {
        return new GaussScalar();
    }

    /** Over lanes; only where {@link io.millrace.simd.Simd#present()}. */
    static GaussKernel vector() {
        return new GaussVector();
    }

    /**
     * {@code y[at + j] = fma(level·r[j], (cos, sin)[j], y[at + j])}, j below {@code count}; up to {@value PhasorKernel#SLACK} elements more are changed.
     *
     * @param radii a word of each radius
     * @param turns a word of each angle
     * @param level standard deviation of the real and of the imaginary parts
     */
    void add(int[] radii, int[] turns, int count, float level, float[] yRe, float[] yIm, int at);
}
