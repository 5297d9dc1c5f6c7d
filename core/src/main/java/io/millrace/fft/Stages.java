package io.millrace.fft;

/**
 * The arithmetic of a transform, class reproducible; every kind of it does the same operations on the same numbers.
 *
 * <p>A butterfly, all in the order that is written here:
 *
 * <pre>
 * radix 2   y₀ = x₀ + x₁           y₁ = x₀ − x₁
 * radix 4   y₀ = (x₀ + x₂) + (x₁ + x₃)      y₂ = (x₀ + x₂) − (x₁ + x₃)
 *           y₁ = (x₀ − x₂) − i(x₁ − x₃)     y₃ = (x₀ − x₂) + i(x₁ − x₃)
 * odd r     tⱼ = xⱼ + xᵣ₋ⱼ   dⱼ = xⱼ − xᵣ₋ⱼ   0 &lt; j ≤ (r − 1)/2
 *           y₀ = x₀ + t₁ + t₂ + …
 *           aₖ = fma(…, fma(cos 2π2k/r, t₂, fma(cos 2πk/r, t₁, x₀)))
 *           bₖ = fma(…, fma(sin 2π2k/r, d₂, sin 2πk/r · d₁))
 *           yₖ = aₖ − i·bₖ   yᵣ₋ₖ = aₖ + i·bₖ
 * twiddle   (a + ib)(c − is) = fma(b, s, a·c) + i·fma(b, c, −(a·s))     for all yₖ but y₀
 * </pre>
 *
 * <p>The rows of odd r are Singleton's (<i>An algorithm for computing the mixed radix fast Fourier transform</i>, IEEE Trans.
 * Audio Electroacoust. 17, 1969); 3 and 5 have kernels of their own, which do the same.
 *
 * <p>One thread's: it may own scratch.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class Stages<A> {
    final Precision<A> precision;

    Stages(Precision<A> precision) {
        this.precision = precision;
    }

    /** How many numbers one operation takes. */
    abstract int lanes();

    /** Does a step: where its walks start at 0, data start at {@code at}, results at {@code outAt}. */
    abstract void run(Step<A> step, A re, A im, int at, A outRe, A outIm, int outAt);

    /** Writes {@code rows} runs of {@code length} numbers as one: the first of each, the second of each, … */
    abstract void interleave(int rows, int length, A in, int at, A out, int outAt);
}
