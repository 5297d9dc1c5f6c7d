package io.millrace.pde.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against exact solutions, an explicit scheme with small steps, the balance of what is stored. */
class SorptionTest {
    private static final double A = 2.4679;
    private static final double N = 0.874;

    private static double[] solve(int cells, double d, double a, double start, double end, int steps) {
        Sorption solver = Sorption.scalar(cells, 1);
        double[] u = new double[cells];
        Arrays.fill(u, start);
        solver.equation(0, d, a, N, 1.0 / cells);
        solver.begin(u);
        // steps grow with time, as what goes on slows down
        double before = 0;
        for (int s = 1; s <= steps; s++) {
            double now = end * Math.pow((double) s / steps, 3);
            solver.length(now - before);
            solver.step();
            before = now;
        }
        solver.fields(u);
        return u;
    }

    /** Without sorption, before the right wall is felt, u = erfc(x/√(4Dt)); of second order. */
    @Test
    void errorFunction() {
        double d = 5e-4;
        double t = 10;
        double[] errors = new double[2];
        for (int r = 0; r < 2; r++) {
            int cells = 200 << r;
            double[] u = solve(cells, d, 0, 0, t, 100 << r);
            for (int j = 0; j < cells; j++) {
                double exact = complement((j + 0.5) / cells / Math.sqrt(4 * d * t));
                errors[r] = Math.max(errors[r], Math.abs(u[j] - exact));
            }
        }
        assertTrue(errors[1] < 1e-4, () -> "error " + errors[1]);
        assertEquals(4, errors[0] / errors[1], 0.5);
    }

    /** erfc by Simpson's rule. */
    private static double complement(double x) {
        int n = 2000;
        double sum = 1 + Math.exp(-x * x);
        for (int i = 1; i < n; i++) {
            double y = x * i / n;
            sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-y * y);
        }
        return 1 - sum * x / n / 3 * 2 / Math.sqrt(Math.PI);
    }

    /** In the end u = 1 − x/(1 + D). */
    @Test
    void steady() {
        double d = 0.05;
        double[] u = solve(50, d, A, 0.1, 1e5, 200);
        for (int j = 0; j < 50; j++) {
            assertEquals(1 - (j + 0.5) / 50 / (1 + d), u[j], 1e-12);
        }
    }

    /** The definition, R(u)u_t = D u_xx, by Euler's steps as small as can be. */
    @Test
    void explicit() {
        int cells = 64;
        double d = 5e-4;
        double end = 20;
        int steps = 400_000;
        double ratio = d * cells * cells * end / steps;
        double[] u = new double[cells];
        Arrays.fill(u, 0.05);
        double[] next = new double[cells];
        double half = 2 * d * cells;
        for (int s = 0; s < steps; s++) {
            for (int j = 0; j < cells; j++) {
                double left = j == 0 ? 2 * (1 - u[0]) : u[j - 1] - u[j];
                double right = j == cells - 1 ? 2 * (half / (1 + half) - 1) * u[j] : u[j + 1] - u[j];
                double slope = 1 + A * N * Math.pow(u[j] + 1e-6, N - 1);
                next[j] = u[j] + ratio * (left + right) / slope;
            }
            double[] swap = u;
            u = next;
            next = swap;
        }
        double[] implicit = solve(cells, d, A, 0.05, end, 4000);
        for (int j = 0; j < cells; j++) {
            assertEquals(u[j], implicit[j], 2e-6);
        }
    }

    /** What is stored is S(u), and changes by what goes through the walls. */
    @Test
    void balance() {
        int cells = 80;
        double d = 5e-4;
        Sorption solver = Sorption.scalar(cells, 1);
        double[] u = new double[cells];
        double[] stored = new double[cells];
        Arrays.fill(u, 0.1);
        solver.equation(0, d, A, N, 1.0 / cells);
        solver.begin(u);
        double through = 0;
        double first = 0;
        double step = 0.02;
        solver.length(step);
        for (int s = 0; s <= 600; s++) {
            solver.fields(u);
            solver.storage(stored);
            double half = 2 * d * cells;
            double flow = half * (1 - u[0]) - half / (1 + half) * u[cells - 1];
            double sum = Arrays.stream(stored).sum() / cells;
            if (s == 300) {
                first = sum;
            }
            through += s < 300 ? 0 : s == 300 || s == 600 ? step * flow / 2 : step * flow;
            for (int j = 0; j < cells; j++) {
                assertEquals(u[j] + A * (Math.pow(u[j] + 1e-6, N) - Math.pow(1e-6, N)), stored[j], 1e-9);
            }
            if (s == 600) {
                assertEquals(through, sum - first, 1e-7);
            }
            solver.step();
        }
    }

    /** Every kind has the bits of one trajectory alone. */
    @Tag("digest")
    @Test
    void sameBits() {
        for (int cells : new int[] {2, 9, 40}) {
            double[][] expected = new double[17][];
            for (int b = 0; b < 17; b++) {
                expected[b] = run(Sorption.scalar(cells, 1), cells, b)[0];
            }
            for (int trajectories : new int[] {1, 8, 16, 17}) {
                double[][] scalar = run(Sorption.scalar(cells, trajectories), cells, 0);
                double[][] vector = run(Sorption.vector(cells, trajectories), cells, 0);
                for (int b = 0; b < trajectories; b++) {
                    assertArrayEquals(expected[b], scalar[b]);
                    assertArrayEquals(expected[b], vector[b]);
                }
            }
        }
    }

    private static double[][] run(Sorption solver, int cells, int first) {
        int trajectories = solver.trajectories();
        double[] u = new double[cells * trajectories];
        for (int e = 0; e < u.length; e++) {
            u[e] = 0.01 * (first + e % trajectories) * (e / trajectories % 3);
        }
        for (int b = 0; b < trajectories; b++) {
            solver.equation(b, 1e-3 * (1 + first + b), 0.3 * (first + b), 0.7 + 0.01 * (first + b), 1.0 / cells);
        }
        solver.begin(u);
        solver.length(0.1);
        for (int s = 0; s < 6; s++) {
            solver.step();
        }
        solver.fields(u);
        double[][] own = new double[trajectories][cells];
        for (int b = 0; b < trajectories; b++) {
            for (int j = 0; j < cells; j++) {
                own[b][j] = u[j * trajectories + b];
            }
        }
        return own;
    }
}
