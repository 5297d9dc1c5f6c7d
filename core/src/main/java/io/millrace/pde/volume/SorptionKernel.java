package io.millrace.pde.volume;

/** The arithmetic of {@link Sorption}: number j of trajectory b at {@code j·trajectories + b}. Class: reproducible. */
interface SorptionKernel {
    /**
     * What is stored, dissolved and sorbed, and its slope R(u): with x = max(u, 0), p = (x + ε)ⁿ
     *
     * <pre>
     * R = 1 + A·n·p/(x + ε)    S = (u − x)·R + x + A(p − εⁿ)
     * </pre>
     *
     * @param capacity A of each number
     * @param exponent n of each number
     * @param least εⁿ of each number
     * @param power scratch
     */
    void storage(
            double[] u,
            double[] capacity,
            double[] exponent,
            double[] least,
            double[] power,
            double[] stored,
            double[] slope,
            int count);

    /** to = base + ratio·(u_j−1 − 2u_j + u_j+1) for the numbers of all cells but the first and the last. */
    void spread(double[] u, double[] ratio, double[] base, double[] to, int trajectories, int cells);

    /**
     * u += δ, with δ of (slope + 2·ratio)_j δ_j − ratio(δ_j−1 + δ_j+1) = (target − stored)_j by elimination; {@code slope} has the walls' shares in its first and last cell.
     *
     * @param upper scratch
     * @param target becomes scratch
     */
    void correct(
            double[] u,
            double[] slope,
            double[] ratio,
            double[] target,
            double[] stored,
            double[] upper,
            int trajectories,
            int cells);
}
