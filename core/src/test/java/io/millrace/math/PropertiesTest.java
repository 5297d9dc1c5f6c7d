package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws that hold whatever the polynomials are. */
class PropertiesTest {
    @Test
    void sineAndCosineLieOnTheUnitCircle() {
        for (double x : Samples.randomDoubles(100_000, -0x1p40, 0x1p40)) {
            double s = Trig.sin(x);
            double c = Trig.cos(x);
            assertEquals(1.0, s * s + c * c, 4e-16, () -> "at " + x);
            float fs = Trig.sin((float) x);
            float fc = Trig.cos((float) x);
            assertEquals(1.0, (double) fs * fs + (double) fc * fc, 2e-7, () -> "at " + (float) x);
        }
    }

    @Test
    void sineIsOddAndCosineEven() {
        for (double x : Samples.randomDoubles(10_000, 0, 0x1p60)) {
            assertEquals(-Trig.sin(x), Trig.sin(-x));
            assertEquals(Trig.cos(x), Trig.cos(-x));
            assertEquals(-InverseTrig.atan(x), InverseTrig.atan(-x));
        }
    }

    @Test
    void quarterTurnsAreExact() {
        float[] sine = {0f, 1f, -0f, -1f};
        float[] cosine = {1f, -0f, -1f, 0f};
        for (int q = 0; q < 4; q++) {
            assertEquals(sine[q], Turns.sin(q << 30));
            assertEquals(cosine[q], Turns.cos(q << 30));
            assertEquals(sine[q], Turns.sin((long) q << 62));
            assertEquals(cosine[q], Turns.cos((long) q << 62));
        }
    }

    @Test
    void halfATurnChangesTheSignOnly() {
        for (long word : Samples.words(10_000)) {
            assertEquals(-Turns.sin(word), Turns.sin(word + Long.MIN_VALUE));
            assertEquals(-Turns.cos((int) word), Turns.cos((int) word + Integer.MIN_VALUE));
        }
    }

    @Test
    void powersOfTwoAreExact() {
        for (int n = -1080; n <= 1030; n++) {
            assertEquals(Math.scalb(1.0, n), Exp.exp2(n));
        }
    }

    @Test
    void logUndoesExp() {
        for (double x : Samples.randomDoubles(20_000, -700, 700)) {
            assertEquals(x, Log.log(Exp.exp(x)), Math.max(2 * Math.ulp(x), 2e-16), () -> "at " + x);
        }
        assertEquals(0.0, Log.log(1.0));
        assertEquals(0.0f, Log.log(1.0f));
    }

    @Test
    void expAndLogNeverDecreaseFromFloatToFloat() {
        SplittableRandom random = new SplittableRandom(Samples.SEED);
        for (int run = 0; run < 200; run++) {
            float x = (float) random.nextDouble(-100, 88);
            float y = Math.abs(x) + 1e-3f;
            for (int i = 0; i < 1000; i++) {
                float from = x;
                assertTrue(Exp.exp(from) <= Exp.exp(Math.nextUp(from)), () -> "exp at " + from);
                float logFrom = y;
                assertTrue(Log.log(logFrom) <= Log.log(Math.nextUp(logFrom)), () -> "log at " + logFrom);
                x = Math.nextUp(x);
                y = Math.nextUp(y);
            }
        }
    }

    @Test
    void normalsHaveUnitVarianceAndAFullTail() {
        SplittableRandom random = new SplittableRandom(20261101L);
        int count = 1_000_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            int u = random.nextInt();
            int v = random.nextInt();
            float first = Normal.first(u, v);
            float second = Normal.second(u, v);
            sum += first + second;
            squares += (double) first * first + (double) second * second;
        }
        // Five standard errors of mean and variance: a false alarm in two million seeds.
        assertEquals(0.0, sum / (2 * count), 5 / Math.sqrt(2.0 * count));
        assertEquals(1.0, squares / (2 * count), 5 * Math.sqrt(2.0 / (2.0 * count)));
        assertEquals(Math.sqrt(64 * Math.log(2)), Normal.radius(0), 1e-6);
        assertEquals(Math.sqrt(128 * Math.log(2)), Normal.radius(0L), 1e-14);
        assertEquals(0.0, Math.abs(Normal.radius(-1)));
    }
}
