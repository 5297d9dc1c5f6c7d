package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.math.Exp;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Divisor;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Launches that fill no work-group, fill it and pass it, each watched by canaries; divisions by {@code index.cl}. */
class SizesClTest {
    private static Context context;

    @BeforeAll
    static void open() {
        context = OpenClHere.context();
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    private static int[] sizes(int group) {
        return new int[] {0, 1, 2, 3, 7, 17, 333, group - 1, group, group + 1, 2 * group - 1, 3 * group + 5};
    }

    @Test
    void fourBytesAnItem() {
        try (Trial trial = new Trial(context, Trial.source(), "exp_f", 4096, 4, 4)) {
            for (int items : sizes(trial.group())) {
                for (int i = 0; i < items; i++) {
                    trial.set(0, i, Float.floatToRawIntBits(i * 0.01f));
                }
                trial.run(items);
                for (int i = 0; i < items; i++) {
                    assertEquals(Float.floatToRawIntBits(Exp.exp(i * 0.01f)), (int) trial.get(4, i));
                }
            }
        }
    }

    @Test
    void sixteenBytesAnItem() {
        Philox philox = Philox.of("test", Arguments.SEED);
        int[] words = new int[4 * 4096 + Draws.SLACK];
        Draws.scalar(philox).words(5, 1, 6, 7, 4096, words);
        try (Trial trial = new Trial(context, Trial.source(), "philox", 4096, 16, 4, 4, 4, 8, 8)) {
            for (int items : sizes(trial.group())) {
                for (int i = 0; i < items; i++) {
                    trial.set(0, i, i);
                    trial.set(1, i, 6);
                    trial.set(2, i, 7);
                    trial.set(3, i, 5);
                    trial.set(4, i, philox.key0() & 0xffff_ffffL | (long) philox.key1() << 32);
                }
                trial.run(items);
                for (int i = 0; i < 4 * items; i++) {
                    assertEquals(words[i], (int) trial.get(4, i));
                }
            }
        }
    }

    /** By small, large and any divisors; about multiples of them, to the largest n. */
    @Test
    void quotients() {
        SplittableRandom random = Arguments.random();
        int count = 1 << 20;
        int[] n = new int[count];
        int[] d = new int[count];
        for (int i = 0; i < count; i++) {
            d[i] = divisor(i, random);
            long multiple = random.nextLong((1L << 31) / d[i] + 1) * d[i];
            n[i] = switch (i % 3) {
                case 0 -> Math.clamp(multiple, 0, Integer.MAX_VALUE);
                case 1 -> Math.clamp(multiple - 1, 0, Integer.MAX_VALUE);
                default -> i / 12 % 2 == 0 ? Integer.MAX_VALUE : random.nextInt() >>> 1;
            };
        }
        try (Trial trial = new Trial(context, Trial.source(), "divide", count, 4, 4, 8)) {
            for (int i = 0; i < count; i++) {
                Divisor by = Divisor.of(d[i]);
                trial.set(0, i, n[i]);
                trial.set(1, i, by.multiplier() & 0xffff_ffffL | (long) by.shift() << 32);
            }
            trial.run(count);
            for (int i = 0; i < count; i++) {
                int item = i;
                assertEquals(
                        n[i] / d[i], (int) trial.get(4, i), () -> n[item] + "/" + d[item] + ", seed " + Arguments.SEED);
            }
        }
    }

    private static int divisor(int i, SplittableRandom random) {
        int k = i / 4 % 4096;
        return switch (i % 4) {
            case 0 -> 1 + k;
            case 1 -> Integer.MAX_VALUE - k;
            case 2 -> Math.clamp((1L << k % 32) + k / 32 % 3 - 1, 1, Integer.MAX_VALUE);
            default -> Math.max(1, random.nextInt() >>> (1 + k % 31));
        };
    }
}
