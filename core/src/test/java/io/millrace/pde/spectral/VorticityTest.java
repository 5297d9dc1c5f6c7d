package io.millrace.pde.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against exact solutions, a direct sum, balances, finer grids and steps. */
class VorticityTest {
    /** A field of x and y in turns. */
    private interface Field {
        double at(double x, double y);
    }

    private static double[] field(int n, Field field) {
        double[] omega = new double[n * n];
        for (int e = 0; e < n * n; e++) {
            omega[e] = field.at(2 * Math.PI * (e / n + 0.5) / n, 2 * Math.PI * (e % n + 0.5) / n);
        }
        return omega;
    }

    private static double[] solve(int n, double nu, double force, Field start, double end, int steps) {
        Vorticity solver = Vorticity.scalar(n, 1);
        solver.equation(nu, force, 1, end / steps);
        double[] omega = field(n, start);
        solver.begin(omega);
        for (int s = 0; s < steps; s++) {
            solver.step();
        }
        solver.fields(omega);
        return omega;
    }

    private static double start(double x, double y) {
        return 3 * Math.cos(x + 0.4) * Math.cos(y)
                + 2 * Math.sin(2 * x - y)
                + Math.cos(3 * y + 1)
                + 0.5 * Math.sin(x + 2 * y);
    }

    /** Taylor and Green's vortices, carried along by nothing, decay like e^{−νk²t}. */
    @Test
    void taylorGreen() {
        double nu = 0.002;
        double[] u = solve(32, nu, 0, (x, y) -> 5 * Math.sin(x) * Math.sin(y), 2, 300);
        double decay = Math.exp(-nu * 8 * Math.PI * Math.PI * 2);
        double[] exact = field(32, (x, y) -> 5 * decay * Math.sin(x) * Math.sin(y));
        assertArrayEquals(exact, u, 1e-12);
    }

    /** From rest the force makes ω = F(sin θ + cos θ)(1 − e^{−νk²t})/(νk²), k² = 8π². */
    @Test
    void forced() {
        double rate = 0.01 * 8 * Math.PI * Math.PI;
        double[] u = solve(32, 0.01, 0.1, (x, y) -> 0, 3, 200);
        double reached = 0.1 * (1 - Math.exp(-3 * rate)) / rate;
        double[] exact = field(32, (x, y) -> reached * (Math.sin(x + y) + Math.cos(x + y)));
        assertArrayEquals(exact, u, 1e-12);
    }

    /** ω_t at time 0 is −u·∇ω + νΔω, whose parts are written out for two waves. */
    @Test
    void tendency() {
        double h = 1e-4;
        double nu = 0.003;
        double[] before = field(48, VorticityTest::start);
        double[] after = solve(48, nu, 0, VorticityTest::start, h, 1);
        double[] expected = field(48, VorticityTest::tendency);
        for (int e = 0; e < before.length; e++) {
            assertEquals(expected[e], (after[e] - before[e]) / h, 0.02);
        }
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertTrue(scale > 5, () -> "scale " + scale);
    }

    /** By the waves of {@link #start}: of a·cos(k·x + φ), −Δψ = ω, u = ψ_y, v = −ψ_x. */
    private static double tendency(double x, double y) {
        double[][] waves = {
            {1.5, 1, 1, 0.4}, {1.5, 1, -1, 0.4}, {2, 2, -1, -Math.PI / 2}, {1, 0, 3, 1}, {0.5, 1, 2, -Math.PI / 2}
        };
        double u = 0;
        double v = 0;
        double wx = 0;
        double wy = 0;
        double diffused = 0;
        for (double[] wave : waves) {
            double kx = 2 * Math.PI * wave[1];
            double ky = 2 * Math.PI * wave[2];
            double square = kx * kx + ky * ky;
            double angle = wave[1] * x + wave[2] * y + wave[3];
            u += -wave[0] * ky / square * Math.sin(angle);
            v -= -wave[0] * kx / square * Math.sin(angle);
            wx -= wave[0] * kx * Math.sin(angle);
            wy -= wave[0] * ky * Math.sin(angle);
            diffused -= wave[0] * square * Math.cos(angle);
        }
        return -u * wx - v * wy + 0.003 * diffused;
    }

    /** Without viscosity and force ∫ω², ∫|u|² and the mean stay; with it d∫ω²/dt = −2ν∫|∇ω|². */
    @Test
    void balances() {
        double[] first = field(32, VorticityTest::start);
        double[] still = solve(32, 1e-12, 0, VorticityTest::start, 0.5, 500);
        assertEquals(power(first, 32, 0), power(still, 32, 0), 1e-8);
        assertEquals(power(first, 32, -1), power(still, 32, -1), 1e-10);
        assertEquals(0, Arrays.stream(still).average().orElseThrow(), 1e-14);
        double nu = 0.005;
        double h = 2e-3;
        double before = power(solve(32, nu, 0, VorticityTest::start, 0.2 - h, 200), 32, 0);
        double after = power(solve(32, nu, 0, VorticityTest::start, 0.2 + h, 200), 32, 0);
        double palinstrophy = power(solve(32, nu, 0, VorticityTest::start, 0.2, 200), 32, 1);
        assertEquals(-2 * nu * palinstrophy, (after - before) / (2 * h), 1e-3 * 2 * nu * palinstrophy);
    }

    /** The mean of |k|^{2p}|ω̂|². */
    private static double power(double[] omega, int n, int p) {
        double sum = 0;
        for (int a = -n / 2 + 1; a < n / 2; a++) {
            for (int b = -n / 2 + 1; b < n / 2; b++) {
                double re = 0;
                double im = 0;
                for (int e = 0; e < n * n; e++) {
                    double angle = 2 * Math.PI * (e / n * a + e % n * b) / n;
                    re += omega[e] * Math.cos(angle);
                    im += omega[e] * Math.sin(angle);
                }
                double square = 4 * Math.PI * Math.PI * (a * a + b * b);
                sum += square == 0 ? 0 : Math.pow(square, p) * (re * re + im * im) / Math.pow(n, 4);
            }
        }
        return sum;
    }

    /** Fourth order in the step; on twice the points the same. */
    @Test
    void converges() {
        double[] fine = solve(48, 0.002, 0.1, VorticityTest::start, 1, 1600);
        double[] errors = new double[2];
        for (int r = 0; r < 2; r++) {
            double[] u = solve(48, 0.002, 0.1, VorticityTest::start, 1, 50 << r);
            for (int e = 0; e < u.length; e++) {
                errors[r] = Math.max(errors[r], Math.abs(u[e] - fine[e]));
            }
        }
        assertEquals(16, errors[0] / errors[1], 5, () -> "errors " + errors[0] + " and " + errors[1]);
        // numbers of 144 points a side have those of 48 among them: 3j + 1
        double[] dense = solve(144, 0.005, 0.1, VorticityTest::start, 1, 200);
        double[] own = solve(48, 0.005, 0.1, VorticityTest::start, 1, 200);
        for (int e = 0; e < own.length; e++) {
            assertEquals(dense[(3 * (e / 48) + 1) * 144 + 3 * (e % 48) + 1], own[e], 1e-4);
        }
    }

    /** On twice the points a side the same goes on, with the force in its place. */
    @Test
    void finer() {
        double[] coarse = solve(48, 0.02, 0.5, VorticityTest::start, 1, 200);
        Vorticity solver = Vorticity.scalar(96, 1);
        solver.equation(0.02, 0.5, 1, 1.0 / 200, 2);
        double[] omega = field(48, VorticityTest::start);
        solver.begin(omega, 2);
        for (int s = 0; s < 200; s++) {
            solver.step();
        }
        solver.fields(omega, 2);
        assertArrayEquals(coarse, omega, 1e-10);
    }

    @Tag("digest")
    @Test
    void sameBits() {
        for (int n : new int[] {8, 18, 32, 90}) {
            double[] scalar = run(Vorticity.scalar(n, 2), n);
            assertArrayEquals(scalar, run(Vorticity.vector(n, 2), n));
        }
    }

    private static double[] run(Vorticity solver, int n) {
        double[] omega = field(n, VorticityTest::start);
        solver.equation(0.001, 0.3, 2, 0.01);
        solver.begin(omega);
        for (int s = 0; s < 4; s++) {
            solver.step();
        }
        solver.fields(omega);
        return omega;
    }
}
