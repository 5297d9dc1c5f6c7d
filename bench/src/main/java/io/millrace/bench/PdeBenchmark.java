package io.millrace.bench;

import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Semilinear;
import io.millrace.pde.volume.Muscl;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Steps of Burgers' equation, ν = 0.01, from a sine; so short that it does not fade while it is measured. The unit is a step of one trajectory.
 */
public class PdeBenchmark extends Measured {
    private static final int TOGETHER = 16;
    private static final double DIFFUSION = 0.01 / Math.PI;
    private static final double STEP = 1e-5;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    /** Points of the grid. */
    @Param({"128", "1024"})
    public int points;

    private Etdrk4 one;
    private Etdrk4 many;
    private Muscl cells;

    /** Makes the solvers, and begins with the sine. */
    @Setup
    public void prepare() {
        boolean vector = backend.equals("vector");
        one = vector ? Etdrk4.vector(points, 1, 2) : Etdrk4.scalar(points, 1, 2);
        many = vector ? Etdrk4.vector(points, TOGETHER, 2) : Etdrk4.scalar(points, TOGETHER, 2);
        cells = vector ? Muscl.vector(points) : Muscl.scalar(points);
        Semilinear burgers = Semilinear.burgers(Etdrk4.modes(points, 2), 1, DIFFUSION);
        one.equation(0, burgers, STEP);
        for (int b = 0; b < TOGETHER; b++) {
            many.equation(b, burgers, STEP);
        }
        cells.equation(DIFFUSION, 1.0 / points, STEP);
        double[] u = new double[points];
        double[] side = new double[points * TOGETHER];
        for (int j = 0; j < points; j++) {
            u[j] = Math.sin(2 * Math.PI * j / points);
            Arrays.fill(side, j * TOGETHER, (j + 1) * TOGETHER, u[j]);
        }
        one.begin(u);
        many.begin(side);
        cells.begin(u);
    }

    /** By exponential time differencing, one trajectory. */
    @Benchmark
    public Etdrk4 etdrk4() {
        one.step();
        return one;
    }

    /** The same, 16 trajectories side by side. */
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public Etdrk4 together() {
        many.step();
        return many;
    }

    /** By finite volumes. */
    @Benchmark
    public Muscl muscl() {
        cells.step();
        return cells;
    }
}
