package io.millrace.pde.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shocks at their speed, rarefactions, order, conservation, no new extrema. */
class MusclTest {
    private static double[] solve(int cells, double kappa, DoubleUnaryOperator start, double end, double most) {
        double width = 1.0 / cells;
        int steps = (int) Math.ceil(end * (most / width + 2 * kappa / (width * width)) / 0.5);
        Muscl solver = Muscl.scalar(cells);
        solver.equation(kappa, width, end / steps);
        double[] u = new double[cells];
        for (int j = 0; j < cells; j++) {
            u[j] = start.applyAsDouble(j * width);
        }
        solver.begin(u);
        for (int s = 0; s < steps; s++) {
            solver.step();
        }
        solver.fields(u);
        return u;
    }

    /** u 1 from ¼ to ½, else 0: the shock runs at ½, the fan behind it is x/t. */
    @Test
    void shockAndFan() {
        int cells = 2000;
        double t = 0.4;
        double[] u = solve(cells, 0, x -> x >= 0.25 && x < 0.5 ? 1 : 0, t, 1);
        double off = 0;
        for (int j = 0; j < cells; j++) {
            double x = (double) j / cells;
            double exact = x < 0.25 ? 0 : x < 0.25 + t ? (x - 0.25) / t : x < 0.5 + t / 2 ? 1 : 0;
            off += Math.abs(u[j] - exact) / cells;
        }
        double error = off;
        assertTrue(error < 1e-3, () -> "mean error " + error);
    }

    /** Of smooth u the mean error falls with nearly the square of the width. */
    @Test
    void order() {
        double nu = 0.05;
        double k = 2 * Math.PI;
        double[] errors = new double[2];
        for (int r = 0; r < 2; r++) {
            int cells = 200 << r;
            double end = 0.3;
            double[] u = solve(cells, nu, x -> mode(nu, k, x, 0), end, 1);
            for (int j = 0; j < cells; j++) {
                errors[r] += Math.abs(u[j] - mode(nu, k, (double) j / cells, end)) / cells;
            }
        }
        assertTrue(errors[1] < 1e-4, () -> "error " + errors[1]);
        assertEquals(2, Math.log(errors[0] / errors[1]) / Math.log(2), 0.25);
    }

    private static double mode(double nu, double k, double x, double t) {
        double decay = Math.exp(-nu * k * k * t);
        return 2 * nu * k * decay * Math.sin(k * x) / (1.5 + decay * Math.cos(k * x));
    }

    /** The mean stays; the total variation and the extremes never grow. */
    @Test
    void conserved() {
        int cells = 300;
        SplittableRandom random = new SplittableRandom(1);
        double[] u = new double[cells];
        for (int j = 0; j < cells; j++) {
            u[j] = random.nextDouble(-1, 1);
        }
        Muscl solver = Muscl.scalar(cells);
        solver.equation(1e-4, 1.0 / cells, 0.4 / cells);
        double mean = Arrays.stream(u).average().orElseThrow();
        solver.begin(u);
        for (int s = 0; s < 200; s++) {
            double[] before = u.clone();
            solver.step();
            solver.fields(u);
            assertEquals(mean, Arrays.stream(u).average().orElseThrow(), 1e-15);
            assertTrue(variation(u) <= variation(before) + 1e-12);
            assertTrue(Arrays.stream(u).max().orElseThrow()
                    <= Arrays.stream(before).max().orElseThrow() + 1e-15);
        }
    }

    private static double variation(double[] u) {
        double sum = Math.abs(u[0] - u[u.length - 1]);
        for (int j = 1; j < u.length; j++) {
            sum += Math.abs(u[j] - u[j - 1]);
        }
        return sum;
    }

    @Tag("digest")
    @Test
    void sameBits() {
        SplittableRandom random = new SplittableRandom(2);
        for (int cells = 8; cells < 70; cells++) {
            double[] u = new double[cells];
            for (int j = 0; j < cells; j++) {
                u[j] = random.nextInt(6) == 0 ? 0 : random.nextDouble(-1, 1);
            }
            double[] scalar = run(Muscl.scalar(cells), u, cells);
            assertArrayEquals(scalar, run(Muscl.vector(cells), u, cells));
        }
    }

    private static double[] run(Muscl solver, double[] u, int cells) {
        solver.equation(1e-3, 1.0 / cells, 0.3 / cells);
        solver.begin(u);
        for (int s = 0; s < 7; s++) {
            solver.step();
        }
        double[] out = new double[cells];
        solver.fields(out);
        return out;
    }
}
