package io.millrace.math;

/**
 * Standard normal numbers from random words, class reproducible; the vector twin is {@link NormalVector}.
 *
 * <p>G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", Annals of Mathematical
 * Statistics 29(2), 1958: z₀ = r·cos 2πu₂, z₁ = r·sin 2πu₂, r = √(−2·log u₁). u₁ is in (0, 1], never 0 and with a
 * full tail: float u₁ = fma((float) (word ⋙ 1), 2^-31, 2^-32), so |z| ≤ 6.67; double u₁ = fma((double) (word ⋙ 1),
 * 2^-63, 2^-64), so |z| ≤ 9.42. u₂ is the whole second word as a fraction of a turn.
 */
public final class Normal {
    private Normal() {}

    /** The radius √(−2·log u₁), in [0, 6.67]; worst error 0.98 ULP of the exact radius of the rounded u₁. */
    public static float radius(int word) {
        float u = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        return (float) Math.sqrt(-2.0f * Log.normal(u, 127));
    }

    /** The radius √(−2·log u₁), in [0, 9.42]. */
    public static double radius(long word) {
        double u = Math.fma((double) (word >>> 1), 0x1p-63, 0x1p-64);
        return Math.sqrt(-2.0 * Log.normal(u, Log.TWO52 + 1023));
    }

    /** The first number of the pair, radius · cosine. */
    public static float first(int radiusWord, int turnWord) {
        return radius(radiusWord) * Turns.cos(turnWord);
    }

    /** The second number of the pair, radius · sine. */
    public static float second(int radiusWord, int turnWord) {
        return radius(radiusWord) * Turns.sin(turnWord);
    }

    /** The first number of the pair, radius · cosine. */
    public static double first(long radiusWord, long turnWord) {
        return radius(radiusWord) * Turns.cos(turnWord);
    }

    /** The second number of the pair, radius · sine. */
    public static double second(long radiusWord, long turnWord) {
        return radius(radiusWord) * Turns.sin(turnWord);
    }
}
