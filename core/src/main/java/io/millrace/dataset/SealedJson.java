package io.millrace.dataset;

import io.millrace.json.Json;
import io.millrace.json.JsonException;
import io.millrace.json.JsonReader;
import io.millrace.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON files that end with a checksum of themselves. The last {@value #TAIL} bytes of the file are always
 * <pre>  "checksum": "0123abcd"⏎}⏎</pre>
 * two spaces first, and the eight lower-case hexadecimal digits are the CRC32C of every byte before these.
 */
final class SealedJson {
    /** Bytes of the checksum's line and of the brace after it. */
    static final int TAIL = 27;

    private static final String CHECKSUM = "checksum";
    private static final long LARGEST = 64 << 20;

    private SealedJson() {}

    /**
     * A file's content.
     *
     * @param object without the checksum
     * @param checksum its value
     */
    record Opened(Json.Obj object, int checksum) {}

    /** The bytes of a file. */
    static byte[] seal(Map<String, Json> members) {
        Map<String, Json> sealed = new LinkedHashMap<>(members);
        sealed.put(CHECKSUM, new Json.Str("00000000"));
        byte[] bytes = (JsonWriter.write(new Json.Obj(sealed)) + "\n").getBytes(StandardCharsets.UTF_8);
        int covered = bytes.length - TAIL;
        byte[] tail = tail(Checksums.crc(bytes, 0, covered));
        System.arraycopy(tail, 0, bytes, covered, TAIL);
        return bytes;
    }

    /** The checksum that sealed bytes end with. */
    static int checksum(byte[] sealed) {
        return Checksums.crc(sealed, 0, sealed.length - TAIL);
    }

    private static byte[] tail(int crc) {
        return ("  \"" + CHECKSUM + "\": \"" + Checksums.hex(crc) + "\"\n}\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The bytes of a file, read whole.
     *
     * @throws DatasetException if there is none, or one too large to be one of these
     */
    static byte[] read(Path file) throws IOException {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new DatasetException(file, "it has " + size + " bytes where at most " + LARGEST + " are allowed");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DatasetException(file + " is missing", e);
        }
    }

    /**
     * The content of such a file.
     *
     * @throws DatasetException if the checksum is missing or wrong, or the text is no JSON object
     */
    static Opened open(Path file, byte[] bytes) throws DatasetException {
        int covered = bytes.length - TAIL;
        if (covered < 0) {
            throw new DatasetException(
                    file, "it has " + bytes.length + " bytes, too few for a checksum: it was cut or is another file");
        }
        int crc = Checksums.crc(bytes, 0, covered);
        if (!Arrays.equals(bytes, covered, bytes.length, tail(crc), 0, TAIL)) {
            throw new DatasetException(
                    file, "it does not end with its checksum " + Checksums.hex(crc) + ": it was cut or changed");
        }
        try {
            if (JsonReader.read(bytes) instanceof Json.Obj(Map<String, Json> members)) {
                Map<String, Json> rest = new LinkedHashMap<>(members);
                rest.remove(CHECKSUM);
                return new Opened(new Json.Obj(rest), crc);
            }
            throw new DatasetException(file, "it is no JSON object");
        } catch (JsonException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }
}
