package io.millrace.dataset;

import io.millrace.json.Json;
import io.millrace.json.JsonException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The length of a file and the CRC32C of each of its blocks of 4 MiB, the last one shorter; the header of an array is
 * part of its first block.
 *
 * @param bytes the length
 * @param blocks one value per block
 */
public record Checksums(long bytes, List<Integer> blocks) {
    private static final HexFormat HEX = HexFormat.of();

    /** Checks that there is one checksum for each block. */
    public Checksums {
        blocks = List.copyOf(blocks);
        if (blocks.size() != blocks(bytes)) {
            throw new IllegalArgumentException(
                    blocks.size() + " checksums for " + bytes + " bytes, which have " + blocks(bytes) + " blocks");
        }
    }

    static int blocks(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, (long) Layout.BLOCK));
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static String hex(int crc) {
        return HEX.toHexDigits(crc);
    }

    static int unhex(String text) {
        if (text.length() != 8 || !text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            throw new JsonException("'" + text + "' is not a checksum of eight lower-case hexadecimal digits");
        }
        try {
            return HexFormat.fromHexDigits(text);
        } catch (IllegalArgumentException e) {
            throw new JsonException("'" + text + "' is not a checksum of eight lower-case hexadecimal digits");
        }
    }

    /** Adds the members {@code bytes} and {@code crc32c}. */
    void putInto(Map<String, Json> members) {
        List<Json> sums = new ArrayList<>(blocks.size());
        blocks.forEach(crc -> sums.add(new Json.Str(hex(crc))));
        members.put("bytes", Json.Num.of(bytes));
        members.put("crc32c", new Json.Arr(sums));
    }

    static Checksums of(Json.Obj json) {
        List<Json> sums = json.array("crc32c");
        List<Integer> blocks = new ArrayList<>(sums.size());
        for (Json sum : sums) {
            if (!(sum instanceof Json.Str(String text))) {
                throw new JsonException("a checksum is not a string");
            }
            blocks.add(unhex(text));
        }
        long bytes = json.integer("bytes", 0, Long.MAX_VALUE);
        if (sums.size() != Math.ceilDiv(bytes, (long) Layout.BLOCK)) {
            throw new JsonException(sums.size() + " checksums do not fit " + bytes + " bytes");
        }
        return new Checksums(bytes, Collections.unmodifiableList(blocks));
    }
}
