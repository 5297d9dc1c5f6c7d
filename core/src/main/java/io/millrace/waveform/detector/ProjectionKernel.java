package io.millrace.waveform.detector;

/**
 * The strain of one detector, at most {@link #CHUNK} bins at a time, in arrays that stay in the first-level cache. Complex
 * numbers are pairs (re, im). Every array is readable and writable {@link Projection#SLACK} elements past what is asked for.
 * Class: reproducible.
 */
interface ProjectionKernel {
    /** The most bins of a call: all its arrays together are 24 KiB. */
    int CHUNK = 256;

    /** Adding and subtracting it rounds |x| &lt; 2⁵¹ to the nearest integer. */
    double ROUNDER = 0x1.8p52;

    /**
     * sin and cos of 2π·f·τ: the turns f·τ less their nearest integer, plus the rounding error of the product, so that the
     * angle of any |f·τ| &lt; 2⁵¹ is exact to 2⁻⁵³ turns.
     *
     * @param frequencies f in Hz; bins {@code from … from + count − 1} are taken
     * @param tau τ in s
     */
    void turn(double[] frequencies, int from, int count, double tau, double[] sin, double[] cos);

    /**
     * {@code out = (fPlus·plus + fCross·cross)·(cos − i·sin)·scale}.
     *
     * @param plus {@code count} complex numbers
     * @param cross the same
     * @param scale bins {@code from … from + count − 1} are taken
     */
    void strain(
            double[] plus,
            double[] cross,
            double fPlus,
            double fCross,
            double[] sin,
            double[] cos,
            double[] scale,
            int from,
            int count,
            double[] out);

    /** {@code out += sigma·normals}; of sigma, bins {@code from … from + count − 1} are taken. */
    void addNoise(double[] normals, double[] sigma, int from, int count, double[] out);
}
