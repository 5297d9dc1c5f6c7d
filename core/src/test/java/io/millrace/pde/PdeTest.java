package io.millrace.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.GenerationException;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Semilinear;
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

    /** Where all modes grow and none is damped, trajectories leave the finite: drawn again and again, and then said. */
    @Test
    void whatLeavesTheFiniteIsSaid() {
        String said = assertThrows(
                        GenerationException.class,
                        () -> Made.of(
                                        "equation=kuramoto-sivashinsky initial=kassam-trefethen length=50 points=8 frames=11 t-end=4000 dtype=f2",
                                        SEED,
                                        1)
                                .close())
                .getMessage();
        assertTrue(said.contains("instance 0") && said.contains("steps"), said);
    }

    /** Steps are fewer, and errors larger, where u is written as f4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nu=choice(0.04,0.4,4) points=256 t-end=0.5",
                "equation=reaction-diffusion nu=choice(0.01,5) rho=10 points=128 t-end=0.5",
                "equation=kuramoto-sivashinsky length=40 points=128 t-end=10",
                "equation=korteweg-de-vries initial=gaussian-field length=2 delta=0.1 points=128 t-end=0.5"
            })
    void stepsGoByTheType(String settings) {
        String all = settings + " frames=11 certify=1";
        try (Made fine = Made.of(all, SEED, 6);
                Made coarse = Made.of(all + " dtype=f4", SEED, 6)) {
            assertTrue(steps(all) < steps(all + " dtype=f8"));
            for (int i = 0; i < 6; i++) {
                assertTrue(fine.get("error", i) < 2e-7, "fine " + fine.get("error", i));
                assertTrue(coarse.get("error", i) < 1e-5, "coarse " + coarse.get("error", i));
            }
        }
    }

    private static int steps(String settings) {
        return Made.spec(settings).stepsOfFrame(Scheme.SPECTRAL);
    }

    /** By finite volumes the certificate is of the grid, too: what it says is the error against eight times the points, or more. */
    @Test
    void volumesAreCertifiedByTheGrid() {
        String settings = "scheme=finite-volume nu=0.2 frames=3 t-end=0.2 certify=1 points=";
        try (Made made = Made.of(settings + 64, SEED, 6);
                Made fine = Made.of(settings + 512, SEED, 6)) {
            for (int i = 0; i < 6; i++) {
                double worst = 0;
                double largest = 0;
                for (int frame = 0; frame < 3; frame++) {
                    for (int j = 0; j < 64; j++) {
                        double mean = 0;
                        for (int part = 0; part < 8; part++) {
                            mean += fine.u(i, frame, 8 * j + part) / 8;
                        }
                        worst = Math.max(worst, Math.abs(mean - made.u(i, frame, j)));
                        largest = Math.max(largest, Math.abs(made.u(i, frame, j)));
                    }
                }
                double error = made.get("error", i);
                assertTrue(error > 0.5 * worst / largest && error < 1.2 * worst / largest, error + " of " + worst);
                assertEquals(error > 1e-3 ? 1 : 0, made.count("doubtful", i));
            }
        }
    }

    /** By modes, too: against eight times the points, from what the grid holds of the initial conditions. */
    @Test
    void modesAreCertifiedByTheGrid() {
        String settings = "scheme=spectral nu=0.03 frames=2 t-end=0.2 certify=1 dtype=f8 points=64";
        try (Made made = Made.of(settings, SEED, 6)) {
            Etdrk4 fine = Etdrk4.scalar(8 * 64, 1, 2);
            fine.equation(0, Semilinear.burgers(Etdrk4.modes(8 * 64, 2), 1, 0.03 / Math.PI), 0.2 / 2000);
            for (int i = 0; i < 6; i++) {
                double[] u = new double[64];
                for (int j = 0; j < 64; j++) {
                    u[j] = made.u(i, 0, j);
                }
                fine.begin(u, 8);
                for (int step = 0; step < 2000; step++) {
                    fine.step();
                }
                fine.fields(u, 8);
                double worst = 0;
                double largest = 0;
                for (int j = 0; j < 64; j++) {
                    worst = Math.max(worst, Math.abs(u[j] - made.u(i, 1, j)));
                    largest = Math.max(largest, Math.max(Math.abs(made.u(i, 0, j)), Math.abs(made.u(i, 1, j))));
                }
                double error = made.get("error", i);
                assertEquals(worst / largest, error, 0.1 * error + 1e-9, "of " + i);
                assertTrue(error > 1e-8, "error " + error);
            }
        }
    }

    /** PDEBench's diffusion and sorption: certified, from one number between 0 and 0.2, u = 1 at the left. */
    @Test
    void sorption() {
        try (Made made = Made.of("equation=diffusion-sorption points=256 frames=11 t-end=50 certify=2", SEED, 6)) {
            for (int i = 0; i < 6; i++) {
                assertEquals(0, made.attempts(i));
                double start = made.u(i, 0, 0);
                assertTrue(start >= 0 && start < 0.2);
                for (int j = 0; j < 256; j++) {
                    assertEquals(start, made.u(i, 0, j));
                    assertTrue(made.u(i, 10, j) > 0 && made.u(i, 10, j) < 1);
                }
                assertTrue(made.u(i, 10, 0) > 0.98 && made.u(i, 10, 255) < start);
                assertEquals(i % 2 == 0, made.get("error", i) < 1e-3);
            }
        }
    }

    /** FNO's fluid: the field of a seed is the same on any grid; the mean stays 0; certified. */
    @Test
    void fluid() {
        String settings = "equation=navier-stokes nu=0.001 frames=3 t-end=2 points=";
        try (Made made = Made.of(settings + "32 certify=2", SEED, 3);
                Made fine = Made.of(settings + "96 certify=0", SEED, 3)) {
            for (int i = 0; i < 3; i++) {
                for (int frame = 0; frame < 3; frame++) {
                    double square = 0;
                    double off = 0;
                    for (int e = 0; e < 32 * 32; e++) {
                        // of 96 points a side each third has the place of one of 32
                        double u = made.at(i, frame, e, 32 * 32);
                        double other = fine.at(i, frame, (3 * (e / 32) + 1) * 96 + 3 * (e % 32) + 1, 96 * 96);
                        square += u * u;
                        off += (u - other) * (u - other);
                    }
                    assertTrue(off < 0.01 * square, "frame " + frame + ": " + off + " of " + square);
                }
                assertTrue(made.get("mean_drift", i) < 1e-14);
                assertEquals(i % 2 == 0, made.get("error", i) < 1e-4, "error " + made.get("error", i));
                assertEquals(0.1, made.get("f", i));
            }
        }
    }

    /** Its law: the mean square of ω is Σ λ over the modes there are, 1 in 10⁴ times off by more than this. */
    @Test
    void gaussianSquare() {
        int count = 400;
        double expected = 0;
        for (int a = -5; a <= 5; a++) {
            for (int b = -5; b <= 5; b++) {
                double s = 4 * Math.PI * Math.PI * (a * a + b * b) + 49;
                expected += a == 0 && b == 0 ? 0 : Math.pow(7, 1.5) * Math.pow(s, -2.5);
            }
        }
        try (Made made = Made.of("equation=navier-stokes points=16 frames=2 t-end=1e-6 certify=0", SEED, count)) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                for (int e = 0; e < 256; e++) {
                    sum += Math.pow(made.at(i, 0, e, 256), 2) / 256;
                }
            }
            // half of it is of four modes, of two squares each: a relative deviation of about 0.5/√count
            assertEquals(1, sum / count / expected, 4 * 0.5 / Math.sqrt(count));
        }
    }

    /** The finer solution of a certificate is stable wherever the asked one is: 39 steps are the fewest that are. */
    @Test
    void certificatesAtTheEdgeOfStabilityAreFinite() {
        try (Made made = Made.of("points=64 nu=0.0975 frames=11 t-end=1 certify=1 steps=39", SEED, 12)) {
            for (int i = 0; i < 12; i++) {
                assertTrue(made.get("error", i) < 0.5, i + ": " + made.get("error", i));
            }
        }
    }

    /** Whatever else may be drawn. */
    @Test
    void stepsGoByTheParametersThatNeedMost() {
        String settings = "equation=navier-stokes points=32 frames=3 t-end=10 f=1 nu=";
        int most = steps(settings + "0.001");
        assertTrue(most > 2 * steps(settings + 1));
        assertEquals(most, steps(settings + "choice(0.001,1)"));
    }

    @Test
    void advectionIsCertifiedByItsRounding() {
        try (Made made = Made.of("equation=advection points=64 frames=3 t-end=2 beta=4 certify=2", SEED, 4)) {
            assertEquals(Math.PI * 64 * 8 * 0x1p-53, made.get("error", 0), 1e-20);
            assertTrue(Double.isNaN(made.get("error", 1)));
        }
    }

    /** What leaves the finite is drawn again, as another trajectory, and counted: kinks that 8 points do not hold are below 0, where reactions run away. */
    @Test
    void whatLeavesTheFiniteIsDrawnAgain() {
        String settings = "equation=reaction-diffusion points=8 frames=3 t-end=1 nu=0.000001 rho=1000";
        try (Made made = Made.of(settings, SEED, 200)) {
            int again = 0;
            for (int i = 0; i < 200; i++) {
                again += Math.min(1, made.attempts(i));
                for (int frame = 0; frame < 3; frame++) {
                    for (int j = 0; j < 8; j++) {
                        assertTrue(Double.isFinite(made.u(i, frame, j)));
                    }
                }
            }
            assertTrue(again > 1 && again < 200, again + " were drawn again");
        }
    }
}
