package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.millrace.simd.Species;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link Gelu} against the series of the error function in double, and its vector twin. */
class GeluTest {
    private static final int STEP = 2053;

    @Test
    void absoluteErrorOfTheNegative() {
        assertBelow(7e-8, worst((x, error) -> x <= 0 ? error : 0));
    }

    @Test
    void absoluteErrorOfThePositive() {
        assertBelow(7e-8, worst((x, error) -> x > 0 ? error - 0.5 * Math.ulp((float) exact(x)) : 0));
    }

    @Test
    void relativeErrorFromMinusOneOn() {
        assertBelow(6.5e-7, worst((x, error) -> x >= -1 && Math.abs(x) >= 0x1p-120 ? error / Math.abs(exact(x)) : 0));
        assertBelow(5, worst((x, error) -> x >= -1 ? error / Math.ulp((float) exact(x)) : 0));
    }

    private static void assertBelow(double bound, double worst) {
        System.out.printf("gelu: %.3g, allowed %.3g%n", worst, bound);
        assertTrue(worst < bound, worst + " is not below " + bound);
    }

    /** Of many floats of every exponent up to 2^30, and of all from 2^-3 on to 8 at a smaller step. */
    private static double worst(DoubleBinaryOperator error) {
        return LongStream.concat(
                        LongStream.range(0, 0x4e80_0000L / STEP).map(i -> i * STEP),
                        LongStream.range(0x3e00_0000L / 53, 0x4100_0000L / 53).map(i -> i * 53))
                .parallel()
                .mapToDouble(bits -> {
                    float x = Float.intBitsToFloat((int) bits);
                    return Math.max(
                            error.applyAsDouble(x, Math.abs(Gelu.gelu(x) - exact(x))),
                            error.applyAsDouble(-x, Math.abs(Gelu.gelu(-x) - exact(-x))));
                })
                .max()
                .orElseThrow();
    }

    /** erf z = 2/√π·e^(−z²)·Σ 2ⁿz^(2n+1)/(1·3·…·(2n+1)): no term is negative. */
    private static double exact(double x) {
        double z = Math.abs(x) * Math.sqrt(0.5);
        double erf = 1;
        if (z < 7) {
            double term = z;
            double sum = z;
            for (int n = 1; term > 1e-18 * sum; n++) {
                term *= 2 * z * z / (2 * n + 1);
                sum += term;
            }
            erf = 2 / Math.sqrt(Math.PI) * StrictMath.exp(-z * z) * sum;
        }
        return 0.5 * x * (1 + Math.copySign(erf, x));
    }

    @Test
    void atTheEnds() {
        assertEquals(Float.POSITIVE_INFINITY, Gelu.gelu(Float.POSITIVE_INFINITY));
        assertEquals(Float.MAX_VALUE, Gelu.gelu(Float.MAX_VALUE));
        assertEquals(0, Gelu.gelu(Float.NEGATIVE_INFINITY), 3e-8f);
        assertEquals(0, Gelu.gelu(-0f), 0f);
        assertEquals(0x7fc00000, Float.floatToRawIntBits(Gelu.gelu(Float.intBitsToFloat(0xffc01234))));
        assertEquals(0.5f * 0x1p-40f, Gelu.gelu(0x1p-40f));
    }

    @Tag("digest")
    @Test
    void lanesHaveTheSameBits() {
        int lanes = Species.FLOAT.length();
        float[] in = new float[lanes];
        float[] out = new float[lanes];
        for (long bits = 0; bits < 1L << 32; bits += (long) STEP * lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = Float.intBitsToFloat((int) (bits + (long) STEP * i));
            }
            System.arraycopy(in, 0, out, 0, lanes);
            GeluVector.gelu(out, lanes);
            for (int i = 0; i < lanes; i++) {
                if (Float.floatToRawIntBits(Gelu.gelu(in[i])) != Float.floatToRawIntBits(out[i])) {
                    fail("gelu(" + Float.toHexString(in[i]) + "): vector " + out[i]);
                }
            }
        }
    }
}
