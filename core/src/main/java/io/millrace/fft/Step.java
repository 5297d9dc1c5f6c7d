package io.millrace.fft;

/**
 * A pass over the data: a butterfly of {@code radix} points at each (o, i), o &lt; {@code outer}, i &lt; {@code inner}.
 *
 * @param in where x<sub>k</sub> is
 * @param out where y<sub>k</sub> goes
 * @param twiddle where the factor of y<sub>k + 1</sub> is in {@code cos} and {@code sin}; it is cos − i·sin
 * @param rootCos cosines of 2πj/radix, j &lt; radix
 * @param rootSin their sines
 */
record Step<A>(int radix, int outer, int inner, Walk in, Walk out, Walk twiddle, A cos, A sin, A rootCos, A rootSin) {
    /** Element k of the butterfly at (o, i) stands at {@code o·outer + i·inner + k·stride}. */
    record Walk(int outer, int inner, int stride) {}

    /** With o and i in each other's place: scalars want the longer loop inside. */
    Step<A> turned() {
        return new Step<>(radix, inner, outer, turned(in), turned(out), turned(twiddle), cos, sin, rootCos, rootSin);
    }

    private static Walk turned(Walk walk) {
        return new Walk(walk.inner, walk.outer, walk.stride);
    }

    /**
     * A stage as {@link FftPlan} defines it, of so many signals: outer p, inner (q, signal); each factor stands {@code lanes} times, for as many of the
     * inner index.
     */
    static <A> Step<A> sorted(FftPlan plan, int stage, int signals, int lanes, Precision<A> precision) {
        int radix = plan.radix(stage);
        int stride = plan.stride(stage) * signals;
        int twists = plan.twists(stage);
        Root[] factors = plan.factors(stage);
        Root[] repeated = new Root[factors.length * lanes];
        for (int p = 0, at = 0; p < twists; p++) {
            for (int k = 0; k < radix - 1; k++) {
                for (int lane = 0; lane < lanes; lane++) {
                    repeated[at++] = factors[k * twists + p];
                }
            }
        }
        return of(
                radix,
                twists,
                stride,
                new Walk(stride, 1, stride * twists),
                new Walk(stride * radix, 1, stride),
                new Walk((radix - 1) * lanes, 0, lanes),
                repeated,
                precision);
    }

    /**
     * The same butterflies where q is the outer index and p the inner one, of data that stand as [q][k][p]; the results stand
     * as [q + s·k][p].
     */
    static <A> Step<A> unsorted(FftPlan plan, int stage, Precision<A> precision) {
        int radix = plan.radix(stage);
        int stride = plan.stride(stage);
        int twists = plan.twists(stage);
        return of(
                radix,
                stride,
                twists,
                new Walk(radix * twists, 1, twists),
                new Walk(twists, 1, stride * twists),
                new Walk(0, 1, twists),
                plan.factors(stage),
                precision);
    }

    private static <A> Step<A> of(
            int radix, int outer, int inner, Walk in, Walk out, Walk twiddle, Root[] factors, Precision<A> precision) {
        Root[] roots = Root.first(radix, radix);
        return new Step<>(
                radix,
                outer,
                inner,
                in,
                out,
                twiddle,
                precision.rounded().apply(Root.cosines(factors)),
                precision.rounded().apply(Root.sines(factors)),
                precision.rounded().apply(Root.cosines(roots)),
                precision.rounded().apply(Root.sines(roots)));
    }
}
