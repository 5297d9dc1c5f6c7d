package io.millrace.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.Elements;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private static final int COUNT = 5000;

    private final Halves halves = new Halves();

    private MemorySegment store(Arena arena, float[] numbers) {
        MemorySegment from = arena.allocate(4L * (COUNT + 3), 64);
        MemorySegment to = arena.allocate(2L * (COUNT + 5), 64);
        to.fill((byte) 0x55);
        for (int i = 0; i < COUNT; i++) {
            from.setAtIndex(Elements.F4, 3 + i, numbers[i]);
        }
        halves.store(from, 3, COUNT, to, 5);
        for (int i = 0; i < 5; i++) {
            assertEquals(0x5555, to.getAtIndex(ValueLayout.JAVA_SHORT, i));
        }
        return to;
    }

    private static float[] numbers(float scale) {
        Random random = new Random(1);
        float[] numbers = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = (float) random.nextGaussian() * scale;
        }
        return numbers;
    }

    @Test
    void numbersAreRoundedToNearest() {
        for (float scale : new float[] {1e-8f, 1e-5f, 1, 1000}) {
            float[] numbers = numbers(scale);
            float largest = 0;
            float change = 0;
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment to = store(arena, numbers);
                for (int i = 0; i < COUNT; i++) {
                    short expected = Float.floatToFloat16(numbers[i]);
                    assertEquals(expected, to.getAtIndex(ValueLayout.JAVA_SHORT, 5 + i));
                    largest = Math.max(largest, Math.abs(numbers[i]));
                    change = Math.max(change, Math.abs(Float.float16ToFloat(expected) - numbers[i]));
                }
            }
            assertEquals(0, halves.overflow());
            assertEquals(change / largest, halves.loss());
        }
    }

    @Test
    void whatOverflowsIsCountedAndLeftOutOfTheLoss() {
        float[] numbers = numbers(1);
        numbers[17] = 65519.99f;
        numbers[2047] = 65520;
        numbers[2048] = -1e30f;
        numbers[4999] = Float.NaN;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = store(arena, numbers);
            assertEquals((short) 0x7bff, to.getAtIndex(ValueLayout.JAVA_SHORT, 5 + 17));
            assertEquals((short) 0x7c00, to.getAtIndex(ValueLayout.JAVA_SHORT, 5 + 2047));
            assertEquals((short) 0xfc00, to.getAtIndex(ValueLayout.JAVA_SHORT, 5 + 2048));
        }
        assertEquals(3, halves.overflow());
        assertEquals((65519.99f - 65504) / 65519.99f, halves.loss());
    }
}
