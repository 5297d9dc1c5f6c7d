package io.millrace.pde.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtdStabilityTest {
    /** Without L it is Runge and Kutta's polynomial: √8 on the imaginary axis, 2.785 on the negative one. */
    @Test
    void rungeKutta() {
        double y = 1.7;
        double re = 1 - y * y / 2 + y * y * y * y / 24;
        double im = y - y * y * y / 6;
        assertEquals(Math.hypot(re, im), EtdStability.amplification(0, 0, 0, y), 1e-13);
        assertTrue(EtdStability.stable(0, 0, 0, Math.sqrt(8)));
        assertFalse(EtdStability.stable(0, 0, 0, 2.86));
        assertTrue(EtdStability.stable(0, 0, -2.785, 0));
        assertFalse(EtdStability.stable(0, 0, -2.79, 0));
    }

    /** It is what a step does to a small wave on a constant. */
    @ParameterizedTest
    @CsvSource({"0.001, 0.01, 0", "0.001, 0.03, 0", "0.01, 0.05, 0", "0, 0.02, 0.02", "0, 0.03, 0.01"})
    void isWhatAStepDoes(double kappa, double step, double delta) {
        int points = 64;
        int mode = 15;
        double k = 2 * Math.PI * mode;
        double u = 1.5;
        int modes = Etdrk4.modes(points, 2);
        Etdrk4 solver = Etdrk4.scalar(points, 1, 2);
        solver.equation(
                0, delta > 0 ? Semilinear.kortewegDeVries(modes, 1, delta) : Semilinear.burgers(modes, 1, kappa), step);
        double[] field = new double[points];
        for (int j = 0; j < points; j++) {
            field[j] = u + 1e-7 * Math.cos(k * j / points);
        }
        double before = wave(field, mode);
        solver.begin(field);
        solver.step();
        solver.fields(field);
        double dispersion = delta * delta * k * k * k;
        double expected = EtdStability.amplification(-kappa * k * k * step, dispersion * step, 0, -k * u * step);
        assertEquals(expected, wave(field, mode) / before, 1e-6 * expected);
    }

    private static double wave(double[] u, int mode) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < u.length; j++) {
            re += u[j] * Math.cos(2 * Math.PI * mode * j / u.length);
            im += u[j] * Math.sin(2 * Math.PI * mode * j / u.length);
        }
        return Math.hypot(re, im);
    }
}
