package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.simd.Simd;
import io.millrace.simd.Species;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TurnsOfDoublesTest {
    private static final int COUNT = 1 << 16;

    private static double[] turns() {
        SplittableRandom random = new SplittableRandom(20261120);
        double[] turns = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            turns[i] = (random.nextDouble() - 0.5) * Math.scalb(1.0, i % 50);
        }
        for (int i = 0; i < 33; i++) {
            turns[i] = 0.125 * (i - 16);
        }
        return turns;
    }

    @Test
    void sinesOfTheRestOfATurn() {
        for (double turns : turns()) {
            // exact, and so small that 2π times it is right to its last place
            double rest = turns - Math.rint(turns);
            assertEquals(StrictMath.sin(2 * Math.PI * rest), Turns.sinOf(turns), 7e-16, () -> "sin of " + turns);
            assertEquals(StrictMath.cos(2 * Math.PI * rest), Turns.cosOf(turns), 7e-16, () -> "cos of " + turns);
        }
    }

    @Test
    void quarterTurnsAreExact() {
        for (int quarter = -8; quarter <= 8; quarter++) {
            double sine = new double[] {0, 1, 0, -1}[Math.floorMod(quarter, 4)];
            double cosine = new double[] {1, 0, -1, 0}[Math.floorMod(quarter, 4)];
            assertEquals(sine, Turns.sinOf(0.25 * quarter), 0.0);
            assertEquals(cosine, Turns.cosOf(0.25 * quarter), 0.0);
        }
    }

    @Test
    void lanesHaveTheSameBits() {
        Assumptions.assumeTrue(Simd.present());
        Lanes.check(turns());
    }

    /** Apart, so that the species are loaded only where they exist. */
    private static final class Lanes {
        static void check(double[] turns) {
            double[] sine = new double[COUNT];
            double[] cosine = new double[COUNT];
            for (int i = 0; i < COUNT; i += Species.DOUBLE.length()) {
                TurnsVector.sinCos(DoubleVector.fromArray(Species.DOUBLE, turns, i), sine, cosine, i);
            }
            for (int i = 0; i < COUNT; i++) {
                assertEquals(Double.doubleToRawLongBits(Turns.sinOf(turns[i])), Double.doubleToRawLongBits(sine[i]));
                assertEquals(Double.doubleToRawLongBits(Turns.cosOf(turns[i])), Double.doubleToRawLongBits(cosine[i]));
            }
        }
    }
}
