package io.millrace.pde.volume;

/**
 * The arithmetic of {@link Muscl}, of periodic cells in an array that has {@value #GHOSTS} more before the first and after the last. Class: reproducible.
 */
interface FluxKernel {
    /** Cells before the first one and after the last one, which stand for those of the other end; as many as a vector may read. */
    int GHOSTS = 16;

    /**
     * Fluxes between cells, {@code flux[j]} from cell j − 1 into cell j, j up to and with {@code cells}: Godunov's of u²/2 between states by van Leer's slopes, less
     * {@code gradient·(u_j − u_j−1)}.
     *
     * @param u ghosts filled
     * @param half scratch as long as u, ghosts and all
     */
    void fluxes(double[] u, double[] half, double gradient, int cells, double[] flux);

    /** {@code to_j = keep·first_j + (1 − keep)·(u_j − ratio·(flux[j + 1] − flux[j]))}; without the ghosts. */
    void advance(double[] first, double keep, double[] u, double ratio, double[] flux, int cells, double[] to);
}
