package io.millrace.causal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Noise from words against the formulas in doubles, corners of the words among them. */
class NoiseKernelTest {
    private static final int COUNT = 100_000;
    private static final float SCALE = 0.7f;

    private final NoiseKernel kernel = new NoiseScalar();
    private final int[] words = new int[COUNT];
    private final float[] out = new float[COUNT];

    @BeforeEach
    void words() {
        SplittableRandom random = new SplittableRandom(20261215);
        for (int i = 0; i < COUNT; i++) {
            // any bits; few bits at either end
            words[i] = i % 3 == 0 ? random.nextInt() : (i % 3 == 1 ? 0 : -1) ^ random.nextInt() >>> random.nextInt(32);
        }
    }

    private double unit(int i) {
        return Math.fma((float) (words[i] >>> 1), 0x1p-31f, 0x1p-32f);
    }

    private void check(int i, double wanted, double relative, double absolute) {
        assertEquals(wanted, out[i], relative * Math.abs(wanted) + absolute, () -> "of the word " + words[i]);
    }

    @Test
    void uniform() {
        kernel.uniform(words, 0, COUNT, SCALE, out);
        for (int i = 0; i < COUNT; i++) {
            check(i, SCALE * Math.sqrt(3) * (2 * ((words[i] >>> 8) * 0x1p-24) - 1), 2.5e-7, 0);
        }
    }

    @Test
    void exponential() {
        kernel.exponential(words, 0, COUNT, SCALE, out);
        for (int i = 0; i < COUNT; i++) {
            check(i, SCALE * (-Math.log(unit(i)) - 1), 3e-7, 1.5e-7);
        }
    }

    /** Also far below the mean, where E is large, and far above, where it is tiny. */
    @Test
    void gumbel() {
        kernel.gumbel(words, 0, COUNT, SCALE, out);
        double least = 0;
        double most = 0;
        for (int i = 0; i < COUNT; i++) {
            double e = -Math.log1p(-Math.min(unit(i), 1 - 0x1p-24));
            check(i, SCALE * (-Math.log(e) - 0.57721566490153286) * Math.sqrt(6) / Math.PI, 3e-7, 3e-7);
            least = Math.min(least, out[i]);
            most = Math.max(most, out[i]);
        }
        assertEquals(SCALE * Math.sqrt(6) / Math.PI * (-Math.log(24 * Math.log(2)) - 0.5772157), least, 1e-5);
        assertEquals(SCALE * Math.sqrt(6) / Math.PI * (32 * Math.log(2) - 0.5772157), most, 1e-5);
    }

    @Test
    void laplace() {
        kernel.laplace(words, 0, COUNT, SCALE, out);
        for (int i = 0; i < COUNT; i++) {
            double sign = (words[i] & 1) == 0 ? 1 : -1;
            check(i, sign * SCALE * -Math.log(unit(i)) / Math.sqrt(2), 3e-7, 0);
        }
    }

    /** The root is off by what the subtraction of 1 leaves, 2⁻²³ of the sum, times ν − 2. */
    @ParameterizedTest
    @ValueSource(doubles = {2.1, 3, 5, 1000})
    void student(double freedom) {
        int[] turns = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            turns[i] = words[(7 * i + 1) % COUNT];
        }
        kernel.student(words, turns, 0, COUNT, freedom, SCALE, out);
        double worst = 0;
        for (int i = 0; i < COUNT; i++) {
            double grown = Math.pow(unit(i), -2 / freedom);
            double root = Math.sqrt((freedom - 2) * (grown - 1));
            double cosine = Math.cos(2 * Math.PI * (turns[i] * 0x1p-32));
            double square = (freedom - 2) * grown * (0x1p-23 + 0x1p-24 * Math.abs(Math.log(grown)));
            double error = root * root > 4 * square ? square / root : Math.sqrt(square);
            check(i, SCALE * root * cosine, 5e-7, SCALE * (error * Math.abs(cosine) + root * 2e-7));
            worst = Math.max(worst, root);
        }
        assertTrue(worst > 6);
    }

    /** In (0, 1], whose ends are 2⁻³² and 1. */
    @Test
    void upper() {
        kernel.upper(words, 0, COUNT, out);
        float least = 1;
        float most = 0;
        for (int i = 0; i < COUNT; i++) {
            assertEquals((float) unit(i), out[i]);
            least = Math.min(least, out[i]);
            most = Math.max(most, out[i]);
        }
        assertEquals(0x1p-32f, least);
        assertEquals(1, most);
    }

    @Test
    void spread() {
        float[] noise = new float[COUNT];
        kernel.exponential(words, 0, COUNT, 1, noise);
        SplittableRandom random = new SplittableRandom(3);
        float[] h = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            h[i] = (float) (4 * random.nextGaussian());
            out[i] = h[i];
        }
        kernel.spread(noise, 0, COUNT, out, 0);
        for (int i = 0; i < COUNT; i++) {
            double square = Math.log1p(Math.exp(h[i]));
            check(i, noise[i] * Math.sqrt(square), 3e-7, Math.abs(noise[i]) * 1.2e-7 / Math.sqrt(square));
        }
    }
}
