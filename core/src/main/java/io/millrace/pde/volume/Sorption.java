package io.millrace.pde.volume;

import io.millrace.math.Exp;
import io.millrace.math.Log;

/**
 * R(u)u_t = D u_xx between walls, of many trajectories at once, as the balance of what is stored: S(u)_t = D u_xx, S′ = R = 1 + A·n(u + ε)^(n − 1), Freundlich's isotherm. On the left
 * u = 1, on the right u = −Du_x: what leaves there leaves at speed 1. (With the other sign modes e^{x/D} would grow like e^{t/(DR)}.)
 *
 * <p>Cells have their neighbours' differences as fluxes, walls are half a cell away: of second order. A step is of second order and L-stable (Alexander, <i>SIAM J. Numer. Anal.</i> 14,
 * 1977), γ = 1 − 1/√2, f = Du_xx:
 *
 * <pre>
 * S(a) = s + γh·f(a)    w = s + (1 − γ)h·f(a)    S(u) = w + γh·f(u)    s ← w + γh·f(u)
 * </pre>
 *
 * <p>each by {@value #ITERATIONS} of Newton's iterations. What is carried from step to step is s, which changes by fluxes alone. One thread's. Class: reproducible.
 */
public final class Sorption {
    /** ε: below it R no longer grows. */
    public static final double EPSILON = 1e-6;

    /** γ. */
    public static final double GAMMA = 1 - Math.sqrt(0.5);

    /** Newton's, of each of the two equations of a step. */
    public static final int ITERATIONS = 3;

    /** Elements that kernels may touch past the end. */
    private static final int SLACK = 16;

    private final SorptionKernel kernel;
    private final int cells;
    private final int trajectories;
    private final int count;
    /** D/Δx² and what the right wall has of the last cell, of each trajectory. */
    private final double[] rate;

    private final double[] wall;
    private final double[] ratio;
    private final double[] capacity;
    private final double[] exponent;
    private final double[] least;
    private final double[] u;
    private final double[] kept;
    private final double[] base;
    private final double[] target;
    private final double[] stored;
    private final double[] slope;
    private final double[] scratch;

    private Sorption(int cells, int trajectories, SorptionKernel kernel) {
        if (cells < 2) {
            throw new IllegalArgumentException(cells + " cells: allowed are 2 or more");
        }
        this.kernel = kernel;
        this.cells = cells;
        this.trajectories = trajectories;
        count = cells * trajectories;
        rate = new double[trajectories];
        wall = new double[trajectories];
        ratio = new double[count + SLACK];
        capacity = new double[count + SLACK];
        exponent = new double[count + SLACK];
        least = new double[count + SLACK];
        u = new double[count + SLACK];
        kept = new double[count + SLACK];
        base = new double[count + SLACK];
        target = new double[count + SLACK];
        stored = new double[count + SLACK];
        slope = new double[count + SLACK];
        scratch = new double[count + SLACK];
    }

    /** The reference. */
    public static Sorption scalar(int cells, int trajectories) {
        return new Sorption(cells, trajectories, new SorptionScalar());
    }

    /** Over lanes. */
    public static Sorption vector(int cells, int trajectories) {
        return new Sorption(cells, trajectories, new SorptionVector());
    }

    /** How many trajectories are solved at once. */
    public int trajectories() {
        return trajectories;
    }

    /** Gives a trajectory D, A, n and the width of a cell. */
    public void equation(int trajectory, double diffusion, double sorbed, double power, double width) {
        rate[trajectory] = diffusion / (width * width);
        double half = 2 * diffusion / width;
        wall[trajectory] = half / (1 + half);
        double small = Exp.exp(power * Log.log(EPSILON));
        for (int e = trajectory; e < count; e += trajectories) {
            capacity[e] = sorbed;
            exponent[e] = power;
            least[e] = small;
        }
    }

    /** What a trajectory's equation takes, for whoever solves it elsewhere: D/Δx², what the right wall has of the last cell, A, n, εⁿ. */
    public double[] numbers(int trajectory) {
        return new double[] {
            rate[trajectory], wall[trajectory], capacity[trajectory], exponent[trajectory], least[trajectory]
        };
    }

    /** Gives the step to come. */
    public void length(double step) {
        for (int e = 0; e < count; e++) {
            ratio[e] = GAMMA * step * rate[e % trajectories];
        }
    }

    /** Begins with these means of cells, number j of trajectory b at {@code j·trajectories + b}. */
    public void begin(double[] means) {
        System.arraycopy(means, 0, u, 0, count);
        kernel.storage(u, capacity, exponent, least, scratch, kept, slope, count);
    }

    /** The means now. */
    public void fields(double[] means) {
        System.arraycopy(u, 0, means, 0, count);
    }

    /** What the cells store, S. */
    public void storage(double[] to) {
        System.arraycopy(kept, 0, to, 0, count);
    }

    /** A step of every trajectory. */
    public void step() {
        solve(kept);
        balance(kept, base);
        for (int e = 0; e < count; e++) {
            base[e] = Math.fma((1 - GAMMA) / GAMMA, base[e] - kept[e], kept[e]);
        }
        solve(base);
        balance(base, kept);
    }

    /** u of S(u) = from + γh·f(u). */
    private void solve(double[] from) {
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            kernel.storage(u, capacity, exponent, least, scratch, stored, slope, count);
            balance(from, target);
            int end = count - trajectories;
            for (int b = 0; b < trajectories; b++) {
                slope[b] += ratio[b];
                slope[end + b] = Math.fma(ratio[b], 1 - 2 * wall[b], slope[end + b]);
            }
            kernel.correct(u, slope, ratio, target, stored, scratch, trajectories, cells);
        }
    }

    /** to = from + γh·f(u). */
    private void balance(double[] from, double[] to) {
        kernel.spread(u, ratio, from, to, trajectories, cells);
        int end = count - trajectories;
        for (int b = 0; b < trajectories; b++) {
            double first = u[b];
            double last = u[end + b];
            to[b] = Math.fma(ratio[b], u[trajectories + b] - first + 2 * (1 - first), from[b]);
            double out = 2 * (1 - wall[b]) * last;
            to[end + b] = Math.fma(ratio[b], u[end - trajectories + b] - last - out, from[end + b]);
        }
    }
}
