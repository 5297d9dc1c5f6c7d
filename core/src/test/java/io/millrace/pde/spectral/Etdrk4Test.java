package io.millrace.pde.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against exact solutions, conservation laws, the same on finer grids and steps. */
class Etdrk4Test {
    static double[] solve(
            Semilinear equation, int points, double length, DoubleUnaryOperator start, double end, int count) {
        Etdrk4 solver = Etdrk4.scalar(points, 1, equation.power());
        solver.equation(0, equation, end / count);
        double[] u = new double[points];
        for (int j = 0; j < points; j++) {
            u[j] = start.applyAsDouble(length * j / points);
        }
        solver.begin(u);
        for (int s = 0; s < count; s++) {
            solver.step();
        }
        solver.fields(u);
        return u;
    }

    static double worst(double[] u, double length, DoubleUnaryOperator exact) {
        double worst = 0;
        for (int j = 0; j < u.length; j++) {
            worst = Math.max(worst, Math.abs(u[j] - exact.applyAsDouble(length * j / u.length)));
        }
        return worst;
    }

    /** u = 2νk e^{−νk²t} sin kx/(a + e^{−νk²t} cos kx), of Cole and Hopf, to 1e-11. */
    @ParameterizedTest
    @CsvSource({"0.01, 1.1, 256", "0.1, 1.5, 128", "1, 2, 64", "0.003, 1.3, 128"})
    void burgersOfOneMode(double nu, double a, int points) {
        double k = 2 * Math.PI;
        double end = Math.min(1, 0.2 / nu);
        Semilinear equation = Semilinear.burgers(Etdrk4.modes(points, 2), 1, nu);
        double[] u = solve(equation, points, 1, x -> mode(nu, k, a, x, 0), end, 4000);
        double error = worst(u, 1, x -> mode(nu, k, a, x, end));
        assertTrue(error < 1e-11, () -> "error " + error);
    }

    private static double mode(double nu, double k, double a, double x, double t) {
        double decay = Math.exp(-nu * k * k * t);
        return 2 * nu * k * decay * Math.sin(k * x) / (a + decay * Math.cos(k * x));
    }

    /** Basdevant et al., Computers and Fluids 14 (1986): of u₀ = −sin πx on [−1, 1], ν = 0.01/π, the greatest slope is 152.00516 at πt = 1.60369. */
    @Test
    void basdevantsSlope() {
        int points = 4096;
        double time = 1.60369 / Math.PI;
        Semilinear equation = Semilinear.burgers(Etdrk4.modes(points, 2), 2, 0.01 / Math.PI);
        double[] u = solve(equation, points, 2, x -> -Math.sin(Math.PI * (x - 1)), time, 4000);
        // the slope at x = 0, where it is greatest, by the spectrum's derivative
        Etdrk4 solver = Etdrk4.scalar(points, 1, 2);
        double slope = 0;
        int modes = Etdrk4.modes(points, 2);
        for (int m = 1; m < modes; m++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < points; j++) {
                double angle = 2 * Math.PI * ((long) j * m % points) / points;
                re += u[j] * Math.cos(angle);
                im -= u[j] * Math.sin(angle);
            }
            double k = Math.PI * m;
            // x = 0 is the point 1 of [0, 2): e^{ikx} is cos πm
            slope += 2 * (-k * im) / points * (m % 2 == 0 ? 1 : -1);
        }
        assertEquals(1, solver.trajectories());
        assertEquals(152.00516, Math.abs(slope), 2e-4);
    }

    /** Ablowitz and Zeppetella's front and its mirror image, far apart, move by 5√(ρν/6) in time 1. */
    @Test
    void fishersFront() {
        double nu = 5e-5;
        double rho = 20;
        double rate = Math.sqrt(rho / (6 * nu));
        int points = 2048;
        double end = 0.4;
        DoubleUnaryOperator start = x -> pair(rate, rho, x, 0);
        Semilinear equation = Semilinear.fisher(Etdrk4.modes(points, 2), 1, nu, rho);
        double[] u = solve(equation, points, 1, start, end, 4000);
        double error = worst(u, 1, x -> pair(rate, rho, x, end));
        assertTrue(error < 1e-9, () -> "error " + error);
    }

    /** Of x from 0 to 1: a front to the right from ¼·… and one to the left, mirrored at ½. */
    private static double pair(double rate, double rho, double x, double t) {
        double distance = Math.abs(x - 0.5) - 0.2;
        return Math.pow(1 + Math.exp(rate * distance - 5 * rho / 6 * t), -2);
    }

    /** Mean of Burgers and of Kuramoto and Sivashinsky stays; dE/dt = −κ∫u_x² dx. */
    @Test
    void conservation() {
        int points = 256;
        DoubleUnaryOperator start = x -> 0.3 + Math.sin(2 * Math.PI * x) + 0.5 * Math.cos(6 * Math.PI * x + 1);
        double kappa = 0.02;
        double[][] energies = new double[3][2];
        double h = 1e-3;
        for (int s = 0; s < 3; s++) {
            double[] u = solve(
                    Semilinear.burgers(Etdrk4.modes(points, 2), 1, kappa), points, 1, start, 0.2 + (s - 1) * h, 400);
            assertEquals(0.3, Arrays.stream(u).average().orElseThrow(), 1e-14);
            energies[s][0] = Arrays.stream(u).map(x -> x * x / 2).average().orElseThrow();
            energies[s][1] = dissipation(u);
        }
        double change = (energies[2][0] - energies[0][0]) / (2 * h);
        assertEquals(-kappa * energies[1][1], change, 2e-5 * Math.abs(change));
        double[] u = solve(
                Semilinear.kuramotoSivashinsky(Etdrk4.modes(128, 2), 32 * Math.PI),
                128,
                32 * Math.PI,
                x -> 0.1 + Math.cos(x / 16) * (1 + Math.sin(x / 16)),
                20,
                400);
        assertEquals(0.1, Arrays.stream(u).average().orElseThrow(), 1e-12);
    }

    static double dissipation(double[] u) {
        int n = u.length;
        double sum = 0;
        for (int m = 1; m < n / 2; m++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < n; j++) {
                double angle = 2 * Math.PI * ((long) j * m % n) / n;
                re += u[j] * Math.cos(angle) / n;
                im += u[j] * Math.sin(angle) / n;
            }
            sum += 2 * Math.pow(2 * Math.PI * m, 2) * (re * re + im * im);
        }
        return sum;
    }

    /** Kassam and Trefethen's problem: fourth order in the step; half the points change little. */
    @Test
    void kuramotoSivashinskyConverges() {
        double[] fine = chaos(512, 1600);
        double[] errors = {difference(chaos(512, 50), fine), difference(chaos(512, 100), fine)};
        assertTrue(errors[1] < 1e-4, () -> "error " + errors[1]);
        assertEquals(16, errors[0] / errors[1], 5, () -> "errors " + errors[0] + " and " + errors[1]);
        double coarse = difference(chaos(256, 1600), fine);
        assertTrue(coarse < 1e-5, () -> "error " + coarse);
    }

    private static double[] chaos(int points, int steps) {
        double length = 32 * Math.PI;
        return solve(
                Semilinear.kuramotoSivashinsky(Etdrk4.modes(points, 2), length),
                points,
                length,
                x -> Math.cos(x / 16) * (1 + Math.sin(x / 16)),
                20,
                steps);
    }

    private static double difference(double[] u, double[] fine) {
        double worst = 0;
        for (int j = 0; j < u.length; j++) {
            worst = Math.max(worst, Math.abs(u[j] - fine[j * (fine.length / u.length)]));
        }
        return worst;
    }

    /** Allen and Cahn's energy ∫ν u_x²/2 + ρ(1 − u²)²/4 dx falls, and its front is tanh. */
    @Test
    void allenCahnsFront() {
        double nu = 1e-3;
        double rho = 10;
        double width = Math.sqrt(2 * nu / rho);
        DoubleUnaryOperator still = x -> Math.tanh((0.25 - Math.abs(x - 0.5)) / width);
        double[] u = solve(Semilinear.allenCahn(Etdrk4.modes(1024, 3), 1, nu, rho), 1024, 1, still, 0.5, 500);
        assertTrue(worst(u, 1, still) < 1e-5);
    }

    /** Every kind has the bits of one trajectory alone, whatever others there are, whatever was solved before, and where the step changes. */
    @Tag("digest")
    @Test
    void sameBits() {
        for (int power : new int[] {2, 3}) {
            for (int points : new int[] {32, 48, 64, 90, 256, 512}) {
                int modes = Etdrk4.modes(points, power);
                double[][] expected = new double[17][points];
                Etdrk4 alone = Etdrk4.scalar(points, 1, power);
                for (int b = 0; b < 17; b++) {
                    run(alone, equation(b, modes, power), b, expected);
                }
                for (int trajectories : new int[] {1, 2, 8, 16, 17}) {
                    for (Etdrk4 solver : new Etdrk4[] {
                        Etdrk4.scalar(points, trajectories, power), Etdrk4.vector(points, trajectories, power)
                    }) {
                        check(solver, points, modes, power, expected);
                    }
                }
            }
        }
    }

    /** A solver alone, in the transforms' memory where vectors are of 8: again and again, after one that left the finite, too, and after one whose L is complex. */
    @ParameterizedTest
    @CsvSource({"64, 2", "128, 2", "128, 3", "1024, 2", "2048, 3", "4096, 2"})
    void sameBitsAlone(int points, int power) {
        int modes = Etdrk4.modes(points, power);
        Etdrk4 scalar = Etdrk4.scalar(points, 1, power);
        Etdrk4 vector = Etdrk4.vector(points, 1, power);
        double[][] expected = new double[3][points];
        double[][] made = new double[3][points];
        for (int b = 0; b < 3; b++) {
            run(scalar, equation(b, modes, power), b, expected);
            run(vector, equation(b, modes, power), b, made);
            assertArrayEquals(expected[b], made[b]);
            double[] wild = new double[points];
            Arrays.fill(wild, 1e200);
            vector.begin(wild);
            vector.step();
            if (power == 2) {
                vector.equation(0, Semilinear.kortewegDeVries(modes, 1, 0.1), 1e-4);
                vector.begin(expected[b]);
                vector.step();
            }
        }
    }

    private static Semilinear equation(int b, int modes, int power) {
        return power == 3
                ? Semilinear.allenCahn(modes, 1, 0.001 * (b + 1), 5)
                : b % 2 == 0 ? Semilinear.burgers(modes, 1, 0.01 * (b + 1)) : Semilinear.fisher(modes, 1, 0.001 * b, 2);
    }

    private static double start(int b, int j, int points) {
        return Math.sin(2 * Math.PI * j / points + b) + 0.1 * b;
    }

    private static void run(Etdrk4 solver, Semilinear equation, int b, double[][] to) {
        solver.equation(0, equation, 1e-3);
        for (int j = 0; j < to[b].length; j++) {
            to[b][j] = start(b, j, to[b].length);
        }
        solver.begin(to[b]);
        for (int s = 0; s < 5; s++) {
            if (s == 3) {
                solver.equation(0, equation, 5e-4);
            }
            solver.step();
        }
        solver.fields(to[b]);
    }

    private static void check(Etdrk4 solver, int points, int modes, int power, double[][] expected) {
        int trajectories = solver.trajectories();
        double[] u = new double[points * trajectories];
        for (int b = 0; b < trajectories; b++) {
            solver.equation(b, equation(b, modes, power), 1e-3);
            for (int j = 0; j < points; j++) {
                u[j * trajectories + b] = start(b, j, points);
            }
        }
        solver.begin(u);
        for (int s = 0; s < 5; s++) {
            for (int b = 0; s == 3 && b < trajectories; b++) {
                solver.equation(b, equation(b, modes, power), 5e-4);
            }
            solver.step();
        }
        solver.fields(u);
        for (int b = 0; b < trajectories; b++) {
            double[] own = new double[points];
            for (int j = 0; j < points; j++) {
                own[j] = u[j * trajectories + b];
            }
            assertArrayEquals(expected[b], own);
        }
    }
}
