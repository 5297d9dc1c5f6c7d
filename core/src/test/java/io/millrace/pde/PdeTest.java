package io.millrace.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.GenerationException;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trajectories as users get them. */
class PdeTest {
    private static final long SEED = 20261129;

    /** Mode by mode the first frame moves by βt, to the last bits. */
    @Test
    void advectionIsAShift() {
        try (Made made = Made.of("equation=advection points=128 frames=6 t-end=1.7 beta=uniform(-3,3)", SEED, 12)) {
            for (int i = 0; i < 12; i++) {
                double beta = made.get("beta", i);
                int instance = i;
                double[][] start = spectrum(j -> made.u(instance, 0, j), 128);
                for (int frame = 1; frame < 6; frame++) {
                    int now = frame;
                    double[][] moved = spectrum(j -> made.u(instance, now, j), 128);
                    for (int m = 0; m < 64; m++) {
                        double angle = -2 * Math.PI * Math.IEEEremainder(m * beta * frame * 0.34, 1);
                        double re = start[0][m] * Math.cos(angle) - start[1][m] * Math.sin(angle);
                        double im = start[0][m] * Math.sin(angle) + start[1][m] * Math.cos(angle);
                        assertEquals(re, moved[0][m], 2e-14);
                        assertEquals(im, moved[1][m], 2e-14);
                    }
                }
                assertTrue(Math.abs(made.get("mean_drift", i)) < 1e-14);
                assertEquals(0, made.get("energy_growth", i), 1e-13);
            }
        }
    }

    private static double[][] spectrum(IntToDoubleFunction u, int n) {
        double[][] spectrum = new double[2][n / 2];
        for (int m = 0; m < n / 2; m++) {
            for (int j = 0; j < n; j++) {
                double angle = 2 * Math.PI * (j * m % n) / n;
                spectrum[0][m] += u.applyAsDouble(j) * Math.cos(angle) / n;
                spectrum[1][m] -= u.applyAsDouble(j) * Math.sin(angle) / n;
            }
        }
        return spectrum;
    }

    /** With the step that is chosen errors are small; the mean stays and the energy falls. */
    @Test
    void burgersIsCertified() {
        try (Made made = Made.of("points=256 frames=11 t-end=0.5 nu=log-uniform(0.1,4) certify=1", SEED, 12)) {
            for (int i = 0; i < 12; i++) {
                assertEquals(0, made.attempts(i));
                assertTrue(made.get("error", i) < 1e-6, "error " + made.get("error", i));
                assertTrue(made.get("mean_drift", i) < 1e-13);
                assertTrue(made.get("energy_growth", i) < 1e-12);
                assertTrue(made.get("nu", i) >= 0.1 && made.get("nu", i) <= 4);
            }
        }
    }

    /** Those of each 16th index alone are solved again; the certificate depends on nothing else. */
    @Test
    void someAreCertified() {
        try (Made made = Made.of("points=32 frames=3 t-end=0.1 nu=1 certify=4", SEED, 20)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(i % 4 != 0, Double.isNaN(made.get("error", i)));
            }
        }
    }

    /** u of Fisher's equation begins with 0 to 1, and is 1 everywhere in the end. */
    @Test
    void reactionsFill() {
        String settings = "equation=reaction-diffusion points=64 frames=5 t-end=12 nu=0.05 rho=5 initial=";
        for (String initial : new String[] {"pdebench", "gaussian-field"}) {
            try (Made made = Made.of(settings + initial, SEED, 10)) {
                for (int i = 0; i < 10; i++) {
                    double least = 1;
                    double most = 0;
                    for (int j = 0; j < 64; j++) {
                        least = Math.min(least, made.u(i, 0, j));
                        most = Math.max(most, made.u(i, 0, j));
                        assertEquals(1, made.u(i, 4, j), 1e-9);
                    }
                    assertEquals(0, least, 0.15);
                    assertEquals(1, most, 0.15);
                }
            }
        }
    }

    /** A step too long leaves the finite: drawn again and again, and then said. */
    @ParameterizedTest
    @ValueSource(strings = {"nu=0.000001 steps=1 scheme=spectral", "equation=allen-cahn nu=0.001 rho=1000 steps=1"})
    void whatLeavesTheFiniteIsSaid(String settings) {
        String said = assertThrows(
                        GenerationException.class,
                        () -> Made.of("points=256 frames=200 t-end=40 " + settings, SEED, 1)
                                .close())
                .getMessage();
        assertTrue(said.contains("instance 0") && said.contains("steps"), said);
    }
}
