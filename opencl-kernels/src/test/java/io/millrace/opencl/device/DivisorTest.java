package io.millrace.opencl.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DivisorTest {
    private static int divide(int n, Divisor by) {
        return (int) ((n & 0xffff_ffffL) * (by.multiplier() & 0xffff_ffffL) >>> by.shift());
    }

    @Test
    void quotientsAreExact() {
        Random random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            int d = round < 3000 ? round + 1 : 1 + (random.nextInt() >>> 1 + random.nextInt(31));
            Divisor by = Divisor.of(d);
            long multiple = Integer.MAX_VALUE / d * (long) d;
            for (long n : new long[] {
                0, 1, d - 1L, d, d + 1L, multiple - 1, multiple, Integer.MAX_VALUE, random.nextInt(1, Integer.MAX_VALUE)
            }) {
                if (n >= 0 && n <= Integer.MAX_VALUE) {
                    assertEquals((int) n / d, divide((int) n, by), () -> n + "/" + d);
                }
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Divisor.of(0));
    }
}
