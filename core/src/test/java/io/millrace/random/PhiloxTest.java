package io.millrace.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    @Test
    void knownAnswers() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PhiloxTest.class.getResourceAsStream("/philox-kat.txt"), StandardCharsets.UTF_8))) {
            lines = reader.lines()
                    .filter(line -> line.startsWith("philox4x32 "))
                    .toList();
        }
        assertEquals(6, lines.size());
        for (String line : lines) {
            String[] parts = line.strip().split("\\s+");
            int rounds = Integer.parseInt(parts[1]);
            int[] words = IntStream.range(2, 12)
                    .map(i -> Integer.parseUnsignedInt(parts[i], 16))
                    .toArray();
            int[] out = {-1, -1, -1, -1, -1, -1};
            Philox.block(words[0], words[1], words[2], words[3], words[4], words[5], rounds, out, 1);
            assertArrayEquals(new int[] {-1, words[6], words[7], words[8], words[9], -1}, out, line);
        }
    }

    /** The counter as the numerics contract has it: block, attempt·2¹⁶ + stream, index low, index high. */
    @Test
    void counterAndKey() {
        Philox philox = Philox.of("routing", 5);
        int[] out = new int[4];
        int[] expected = new int[4];
        long index = 0x1234_5678_9abc_def0L;
        philox.block(7, Philox.lane(3, 9), index, out, 0);
        Philox.block(7, 3 << 16 | 9, 0x9abc_def0, 0x1234_5678, philox.key0(), philox.key1(), 10, expected, 0);
        assertArrayEquals(expected, out);
    }

    @Test
    void seedsAndWorkloadsDoNotShareKeys() {
        Set<Long> keys = new HashSet<>();
        for (String workload : List.of("routing", "radio", "pde", "")) {
            for (long seed = -5_000; seed < 5_000; seed++) {
                Philox philox = Philox.of(workload, seed);
                keys.add((long) philox.key0() << 32 | philox.key1() & Philox.LOW);
            }
        }
        assertEquals(40_000, keys.size());
    }

    /** With the seed added to the index, seeds 0 and 1 would share all but one of these. */
    @Test
    void neighbouringSeedsShareNoInstance() {
        Set<Long> seen = new HashSet<>();
        int[] out = new int[4];
        for (long seed = 0; seed < 8; seed++) {
            Philox philox = Philox.of("routing", seed);
            for (long index = 0; index < 4096; index++) {
                philox.block(0, Philox.lane(0, 1), index, out, 0);
                assertTrue(seen.add((long) out[0] << 32 | out[1] & Philox.LOW), "seed " + seed + ", index " + index);
            }
        }
        assertNotEquals(0, seen.size());
    }

    @Test
    void attemptsAndStreamsHaveSixteenBits() {
        assertEquals(-1, Philox.lane(Philox.MAX_ATTEMPTS - 1, (1 << 16) - 1));
        for (int[] bad : new int[][] {{-1, 0}, {Philox.MAX_ATTEMPTS, 0}, {0, -1}, {0, 1 << 16}}) {
            assertThrows(IllegalArgumentException.class, () -> Philox.lane(bad[0], bad[1]));
        }
        RandomStream stream = new RandomStream(Philox.of("routing", 0));
        assertThrows(IllegalArgumentException.class, () -> stream.at(0, Philox.MAX_ATTEMPTS, 0));
        Draws draws = Draws.scalar(Philox.of("routing", 0));
        assertThrows(IllegalArgumentException.class, () -> draws.words(0, 1, 0, 1 << 16, 1, new int[100]));
    }
}
