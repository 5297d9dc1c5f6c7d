package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrcCombineTest {
    @Test
    void theCheckValueOfTheCatalogue() {
        byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(0xE3069283, Checksums.crc(digits, 0, 9));
        assertEquals(0xE3069283, CrcCombine.shift(Checksums.crc(digits, 0, 4), 5) ^ Checksums.crc(digits, 4, 5));
    }

    @Property(tries = 50)
    void piecesInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[Layout.BLOCK + random.nextInt(1 << 16)];
        random.nextBytes(bytes);
        BlockSums sums = new BlockSums(bytes.length);
        List<int[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = (int) Math.min(sums.blockEnd(at) - at, 1 + random.nextInt(1 << random.nextInt(21)));
            pieces.add(new int[] {at, length});
            at += length;
        }
        Collections.shuffle(pieces, random);
        for (int[] piece : pieces) {
            sums.add(piece[0], piece[1], Checksums.crc(bytes, piece[0], piece[1]));
        }
        assertEquals(
                List.of(
                        Checksums.crc(bytes, 0, Layout.BLOCK),
                        Checksums.crc(bytes, Layout.BLOCK, bytes.length - Layout.BLOCK)),
                sums.result().blocks());
    }
}
