package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import io.millrace.simd.Simd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both twins, sizes about a vector's and a chunk's, batches at any element; canaries behind. */
final class TransferTest {
    private static final double CANARY = 12345;
    private static final List<Transfer> TWINS =
            Simd.preferred() ? List.of(new TransferScalar(), new TransferVector()) : List.of(new TransferScalar());
    private static final double[] SPECIAL = {0.0, -0.0, 1e-24, -1e-42, 1e-46, 1e30, Double.MIN_VALUE, 1 + 0x1p-24};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 511, 512, 513, 1026, 16386})
    void movesRoundsAndScales(int count) {
        Random random = new Random(count);
        double[] values = new double[count];
        double[] scale = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : 1e-22 * random.nextGaussian();
            scale[i] = random.nextDouble();
        }
        for (Transfer twin : TWINS) {
            for (double[] factors : new double[][] {null, scale}) {
                for (int offset = 0; offset < 3; offset++) {
                    check(twin, values, factors, offset);
                }
            }
        }
    }

    private static void check(Transfer twin, double[] values, double[] scale, int offset) {
        int count = values.length;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(Elements.F8, values);
            MemorySegment doubles = arena.allocate(Elements.F8, count + 4);
            MemorySegment floats = arena.allocate(Elements.F4, count + 4);
            doubles.setAtIndex(Elements.F8, offset + count, CANARY);
            floats.setAtIndex(Elements.F4, offset + count, (float) CANARY);
            assertTrue(twin.doubles(from, doubles.asSlice(8L * offset), count, scale));
            assertTrue(twin.floats(from, floats.asSlice(4L * offset), count, scale));
            for (int i = 0; i < count; i++) {
                double product = scale == null ? values[i] : values[i] * scale[i];
                assertBits(product, doubles.getAtIndex(Elements.F8, offset + i));
                assertBits((float) product, floats.getAtIndex(Elements.F4, offset + i));
            }
            assertEquals(CANARY, doubles.getAtIndex(Elements.F8, offset + count));
            assertEquals(CANARY, floats.getAtIndex(Elements.F4, offset + count));
        }
    }

    private static void assertBits(double expected, double actual) {
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void seesWhatIsNotFinite(double bad) {
        for (Transfer twin : TWINS) {
            for (int at : new int[] {0, 5, 16, 700, 1000}) {
                double[] values = new double[1001];
                values[at] = bad;
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment from = arena.allocateFrom(Elements.F8, values);
                    MemorySegment to = arena.allocate(Elements.F8, values.length);
                    double[] ones = new double[values.length];
                    Arrays.fill(ones, 1);
                    for (double[] scale : new double[][] {null, ones}) {
                        assertFalse(twin.doubles(from, to, values.length, scale));
                        assertFalse(twin.floats(from, to, values.length, scale));
                    }
                }
            }
        }
    }

    @Test
    void seesWhatOnlyAFloatCannotHold() {
        for (Transfer twin : TWINS) {
            for (int at : new int[] {0, 5, 1000}) {
                double[] values = new double[1001];
                values[at] = 1e39;
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment from = arena.allocateFrom(Elements.F8, values);
                    MemorySegment to = arena.allocate(Elements.F8, values.length);
                    assertTrue(twin.doubles(from, to, values.length, null));
                    assertFalse(twin.floats(from, to, values.length, null));
                }
            }
        }
    }
}
