package io.millrace.causal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.Poissons;
import io.millrace.causal.mechanism.Mechanism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of Poisson numbers against probabilities of logarithms. */
class PoissonTest {
    private static final float[] LEVELS = {
        1, Math.nextDown(1f), 0.999f, 0.9f, 0.5f, 0.3f, 0.1f, 0.01f, 1e-3f, 1e-5f, 1e-7f, 1e-9f, 0x1p-32f
    };

    /** The least k with P(X &gt; k) &lt; v; where v is within 1e-12 of the tail either neighbour may be it. */
    @ParameterizedTest
    @ValueSource(floats = {-100, -20, -5, -1, 0, 0.3f, 1, 2, 3, 4, 5, 6, 6.2f})
    void quantiles(float z) {
        double rate = StrictMath.exp(z);
        for (float v : LEVELS) {
            int k = (int) Poisson.quantile(z, v);
            assertTrue(Poissons.tail(rate, k) < v + 1e-12, () -> "P(X > " + k + ") at " + v);
            assertTrue(k == 0 || Poissons.tail(rate, k - 1) >= v - 1e-12, () -> "P(X > " + (k - 1) + ") at " + v);
        }
    }

    /** Exactly at the tails, where they are floats: P(X > k) &lt; v is strict. */
    @Test
    void bounds() {
        assertEquals(0, Poisson.quantile(Float.NEGATIVE_INFINITY, 0x1p-32f));
        assertEquals(0, Poisson.quantile(-200, 0x1p-32f));
        assertEquals(1, Poisson.quantile((float) Math.log(Math.log(2)), 0.49f));
        assertEquals(0, Poisson.quantile((float) Math.log(Math.log(2)), 0.51f));
    }

    @Test
    void monotone() {
        for (float v : LEVELS) {
            float before = 0;
            for (float z = -10; z < 6.21f; z += 0.003f) {
                float now = Poisson.quantile(z, v);
                assertTrue(now >= before);
                before = now;
            }
        }
        for (float z : new float[] {-3, 0, 2, 6}) {
            float before = Float.POSITIVE_INFINITY;
            for (float v = 0x1p-32f; v <= 1; v *= 1.01f) {
                float now = Poisson.quantile(z, v);
                assertTrue(now <= before);
                before = now;
            }
        }
    }

    @Test
    void tooFast() {
        float last = (float) Math.log(Mechanism.FASTEST);
        assertEquals(Float.POSITIVE_INFINITY, Poisson.quantile(Math.nextUp(last), 0.5f));
        assertEquals(500, Poisson.quantile(Math.nextDown(last), 0.5f), 1);
        assertEquals(Float.POSITIVE_INFINITY, Poisson.quantile(1e30f, 0.5f));
        assertEquals(Float.POSITIVE_INFINITY, Poisson.quantile(Float.POSITIVE_INFINITY, 1));
        assertTrue(Float.isNaN(Poisson.quantile(Float.NaN, 0.5f)));
    }
}
