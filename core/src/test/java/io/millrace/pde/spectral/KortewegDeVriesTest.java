package io.millrace.pde.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the soliton, conservation laws and finer grids and steps. */
class KortewegDeVriesTest {
    private static final double DELTA = 0.01;

    private static double[] solve(int points, double delta, DoubleUnaryOperator start, double end, int steps) {
        return Etdrk4Test.solve(
                Semilinear.kortewegDeVries(Etdrk4.modes(points, 2), 1, delta), points, 1, start, end, steps);
    }

    /** A sech²(√(A/12)(x − At/3)/δ) comes back at t = 3/A on [0, 1). */
    @Test
    void soliton() {
        DoubleUnaryOperator start = x -> Math.pow(Math.cosh(Math.sqrt(1.0 / 12) * (x - 0.5) / DELTA), -2);
        double[] u = solve(256, DELTA, start, 3, 12000);
        double error = Etdrk4Test.worst(u, 1, start);
        assertTrue(error < 1e-8, () -> "error " + error);
    }

    /** Fourth order in the step; the mean, ∫u² and ∫(u³/3 − δ²u_x²) stay. */
    @Test
    void ordersAndInvariants() {
        DoubleUnaryOperator start = x -> 0.2 + Math.cos(2 * Math.PI * x);
        double[] first = new double[256];
        Arrays.setAll(first, j -> start.applyAsDouble(j / 256.0));
        double[] fine = solve(256, 0.022, start, 0.5, 16000);
        double[] errors = new double[2];
        for (int r = 0; r < 2; r++) {
            double[] u = solve(256, 0.022, start, 0.5, 500 << 2 * r);
            for (int j = 0; j < 256; j++) {
                errors[r] = Math.max(errors[r], Math.abs(u[j] - fine[j]));
            }
        }
        assertEquals(256, errors[0] / errors[1], 128, () -> "errors " + errors[0] + " and " + errors[1]);
        assertEquals(0.2, Arrays.stream(fine).average().orElseThrow(), 1e-14);
        assertEquals(square(first), square(fine), 1e-9);
        assertEquals(hamiltonian(first), hamiltonian(fine), 1e-8);
    }

    private static double square(double[] u) {
        return Arrays.stream(u).map(x -> x * x).average().orElseThrow();
    }

    private static double hamiltonian(double[] u) {
        return Arrays.stream(u).map(x -> x * x * x / 3).average().orElseThrow()
                - 0.022 * 0.022 * Etdrk4Test.dissipation(u);
    }

    /** Every kind has the bits of one trajectory alone. */
    @Tag("digest")
    @Test
    void sameBits() {
        for (int points : new int[] {32, 90}) {
            int modes = Etdrk4.modes(points, 2);
            double[][] expected = new double[17][];
            for (int b = 0; b < 17; b++) {
                expected[b] = run(Etdrk4.scalar(points, 1, 2), points, modes, b)[0];
            }
            for (int trajectories : new int[] {1, 8, 17}) {
                double[][] scalar = run(Etdrk4.scalar(points, trajectories, 2), points, modes, 0);
                double[][] vector = run(Etdrk4.vector(points, trajectories, 2), points, modes, 0);
                for (int b = 0; b < trajectories; b++) {
                    assertArrayEquals(expected[b], scalar[b]);
                    assertArrayEquals(expected[b], vector[b]);
                }
            }
        }
    }

    /** Trajectories from {@code first} on, after another equation. */
    private static double[][] run(Etdrk4 solver, int points, int modes, int first) {
        int trajectories = solver.trajectories();
        double[] u = new double[points * trajectories];
        for (int b = 0; b < trajectories; b++) {
            solver.equation(b, Semilinear.burgers(modes, 1, 1), 0.1);
        }
        for (int b = 0; b < trajectories; b++) {
            solver.equation(b, Semilinear.kortewegDeVries(modes, 1, 0.02 + 0.001 * (first + b)), 1e-3);
            for (int j = 0; j < points; j++) {
                u[j * trajectories + b] = Math.sin(2 * Math.PI * j / points + first + b);
            }
        }
        solver.begin(u);
        for (int s = 0; s < 5; s++) {
            solver.step();
        }
        solver.fields(u);
        double[][] own = new double[trajectories][points];
        for (int b = 0; b < trajectories; b++) {
            for (int j = 0; j < points; j++) {
                own[b][j] = u[j * trajectories + b];
            }
        }
        return own;
    }
}
