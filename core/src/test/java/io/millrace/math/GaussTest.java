package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The errors that {@link PhasorKernel} and {@link GaussKernel} state; {@code -Dmillrace.test.exhaustive=true} tries every word. */
class GaussTest {
    private static final int STEP = 1009;

    @Test
    void errors() {
        assertErrors(STEP);
    }

    @Tag("nightly")
    @Test
    void errorsOfEveryWord() {
        assumeTrue(Boolean.getBoolean("millrace.test.exhaustive"), "takes minutes: -Dmillrace.test.exhaustive=true");
        assertErrors(1);
    }

    private static void assertErrors(int step) {
        double phasor = worst(step, GaussTest::phasorError);
        double radius = worst(step, GaussTest::radiusError);
        System.out.printf("phasor off by %.3g, radius by %.3g of itself%n", phasor, radius);
        assertTrue(phasor < 1.2e-7, "phasor " + phasor);
        assertTrue(radius < 3e-7, "radius " + radius);
    }

    private static double worst(int step, IntToDoubleFunction error) {
        return LongStream.range(0, (1L << 32) / step)
                .parallel()
                .mapToDouble(i -> error.applyAsDouble((int) (i * step)))
                .max()
                .orElseThrow();
    }

    private static double phasorError(int word) {
        double angle = word * (Math.PI * 0x1p-31);
        double re = PhasorScalar.cosine(word) - StrictMath.cos(angle);
        double im = PhasorScalar.sine(word) - StrictMath.sin(angle);
        return Math.max(Math.abs(re), Math.abs(im));
    }

    private static double radiusError(int word) {
        double u = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        double exact = Math.sqrt(-2 * StrictMath.log(u));
        double radius = GaussScalar.radius(word);
        return u == 1 ? radius : Math.abs(radius / exact - 1);
    }

    @Test
    void quarterTurnsAreExact() {
        for (int quarter = 0; quarter < 4; quarter++) {
            assertEquals(new int[] {1, 0, -1, 0}[quarter], PhasorScalar.cosine(quarter << 30), 0);
            assertEquals(new int[] {0, 1, 0, -1}[quarter], PhasorScalar.sine(quarter << 30), 0);
        }
    }

    @Test
    void radiiReachTheTail() {
        assertEquals(6.66, GaussScalar.radius(0), 0.005);
        assertEquals(0, GaussScalar.radius(-1), 0);
    }
}
