package io.millrace.causal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.simd.Species;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Absolute errors against StrictMath in doubles, over floats of every exponent, and the vectors' bits. {@code -Dmillrace.test.exhaustive=true}
 * tries all 2³² floats.
 */
class SmoothTest {
    private static final int STEP = 4_999;

    private interface OfFloat {
        double apply(float z);
    }

    /**
     * A function.
     *
     * @param error allowed, and so many ULPs of the exact value
     */
    private record Function(
            String name,
            OfFloat scalar,
            UnaryOperator<FloatVector> vector,
            DoubleUnaryOperator exact,
            double largest,
            double error,
            double ulps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Function> FUNCTIONS = List.of(
            new Function("cosine", Smooth::cosine, SmoothVector::cosine, SmoothTest::cosine, 0x1p22, 3.5e-7, 0),
            new Function(
                    "logistic",
                    Smooth::logistic,
                    SmoothVector::logistic,
                    z -> 1 / (1 + StrictMath.exp(-z)),
                    Float.POSITIVE_INFINITY,
                    1.2e-7,
                    0),
            new Function(
                    "tanh", Smooth::tanh, SmoothVector::tanh, StrictMath::tanh, Float.POSITIVE_INFINITY, 1.8e-7, 0),
            new Function(
                    "spread²",
                    z -> {
                        double root = Smooth.spread(z);
                        return root * root;
                    },
                    null,
                    z -> Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))),
                    Float.MAX_VALUE,
                    1.2e-7,
                    2));

    private static double cosine(double z) {
        return StrictMath.cos(2 * Math.PI * (z - Math.rint(z)));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void errors(Function function) {
        check(function, STEP);
    }

    @Tag("nightly")
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void everyFloat(Function function) {
        assumeTrue(Boolean.getBoolean("millrace.test.exhaustive"), "takes minutes: -Dmillrace.test.exhaustive=true");
        check(function, 1);
    }

    private static void check(Function function, int step) {
        double worst = 0;
        for (long bits = 0; bits < 1L << 32; bits += step) {
            float z = Float.intBitsToFloat((int) bits);
            if (Math.abs(z) <= function.largest) {
                double exact = function.exact.applyAsDouble(z);
                double error = Math.abs(function.scalar.apply(z) - exact) - function.ulps * Math.ulp((float) exact);
                worst = Math.max(worst, error);
            }
        }
        double most = worst;
        assertTrue(worst <= function.error, () -> function + " is off by " + most);
        assertTrue(function.ulps > 0 || worst >= function.error / 4, () -> function + " is off by " + most + " alone");
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void vectors(Function function) {
        int lanes = Species.FLOAT.length();
        float[] in = new float[lanes];
        float[] out = new float[lanes];
        for (long start = 0; function.vector != null && start < 1L << 32; start += (long) STEP * lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = Float.intBitsToFloat((int) (start + (long) i * STEP));
            }
            function.vector.apply(FloatVector.fromArray(Species.FLOAT, in, 0)).intoArray(out, 0);
            for (int i = 0; i < lanes; i++) {
                if (Float.floatToIntBits(out[i]) != Float.floatToIntBits((float) function.scalar.apply(in[i]))) {
                    assertEquals((float) function.scalar.apply(in[i]), out[i], function + " of " + in[i]);
                }
            }
        }
    }

    @Test
    void corners() {
        assertEquals(1, Smooth.cosine(0));
        float[] large = {
            0x1p22f, 0x1.8p22f, 0x1p23f + 1, 0x1p24f, 1e20f, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN
        };
        for (float z : large) {
            assertEquals(0, Smooth.cosine(z), 1 + 3.5e-7);
            assertEquals(0, Smooth.cosine(-z), 1 + 3.5e-7);
        }
        assertTrue(Float.isNaN(Smooth.logistic(Float.NaN)));
        assertTrue(Float.isNaN(Smooth.tanh(Float.NaN)));
        assertTrue(Float.isNaN(Smooth.spread(Float.NaN)));
        assertEquals(0.5f, Smooth.logistic(0));
        assertEquals(1, Smooth.logistic(Float.POSITIVE_INFINITY));
        assertEquals(0, Smooth.logistic(Float.NEGATIVE_INFINITY));
        assertEquals(1, Smooth.tanh(Float.POSITIVE_INFINITY));
        assertEquals(-1, Smooth.tanh(Float.NEGATIVE_INFINITY));
        assertEquals(0, Smooth.tanh(0));
        assertEquals(0, Smooth.spread(Float.NEGATIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Smooth.spread(Float.POSITIVE_INFINITY));
        assertEquals(2 * 1.5f / 2.5f, Smooth.squash(1, 2, 1.5f, 0));
        assertEquals(-2 * 3f / 4, Smooth.squash(1, 2, -1.5f, 1));
    }
}
