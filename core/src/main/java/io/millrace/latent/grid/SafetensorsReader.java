package io.millrace.latent.grid;

import io.millrace.json.Json;
import io.millrace.json.JsonException;
import io.millrace.json.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads safetensors files of real numbers, strictly
 * (<a href="https://github.com/huggingface/safetensors#format">format</a>).
 *
 * <pre>
 *   8 bytes: length of the header, little-endian | JSON, spaces behind it | tensors, little-endian, row-major
 *   header: {"__metadata__": {text: text, …}, name: {"dtype": …, "shape": […], "data_offsets": [begin, end]}, …}
 * </pre>
 *
 * <p>Types are F32, F16 and BF16, which floats hold exactly, and F64, which is rounded to nearest. The tensors fill the file behind the header without a gap and without
 * sharing a byte. A header has at most {@value #LARGEST_HEADER} bytes, a file at most 2³⁰, a tensor at most {@value #MOST_DIMENSIONS} dimensions.
 */
public final class SafetensorsReader {
    /** The longest header that is read, in bytes. */
    public static final int LARGEST_HEADER = 1 << 22;
    /** The most dimensions of a tensor. */
    public static final int MOST_DIMENSIONS = 8;

    private static final long LARGEST_FILE = 1L << 30;
    private static final String METADATA = "__metadata__";
    private static final Set<String> MEMBERS = Set.of("dtype", "shape", "data_offsets");

    private enum Type {
        F32(4),
        F16(2),
        BF16(2),
        F64(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    private record Entry(String name, Type type, List<Integer> shape, long begin, long end) {}

    private final String file;

    private SafetensorsReader(String file) {
        this.file = file;
    }

    /**
     * All tensors by name, in the order of their bytes.
     *
     * @throws SafetensorsException if it is no such file
     * @throws IOException if it cannot be read
     */
    public static Map<String, FloatTensor> read(Path file) throws IOException {
        SafetensorsReader reader = new SafetensorsReader(file.toString());
        reader.checkSize(Files.size(file));
        return reader.read(Files.readAllBytes(file));
    }

    /**
     * The same of a file's bytes.
     *
     * @param name the file's, for what is said of it
     */
    public static Map<String, FloatTensor> read(String name, byte[] bytes) throws SafetensorsException {
        return new SafetensorsReader(name).read(bytes);
    }

    private void checkSize(long size) throws SafetensorsException {
        if (size < Long.BYTES) {
            throw wrong("it has " + size + " bytes where a safetensors file starts with 8");
        }
        if (size > LARGEST_FILE) {
            throw wrong("it has " + size + " bytes: read are " + LARGEST_FILE + " at most");
        }
    }

    private Map<String, FloatTensor> read(byte[] bytes) throws SafetensorsException {
        checkSize(bytes.length);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = all.getLong();
        if (length < 2 || length > LARGEST_HEADER) {
            throw wrong("its header has " + Long.toUnsignedString(length) + " bytes: read are 2 to " + LARGEST_HEADER);
        }
        if (length > all.remaining()) {
            throw wrong("it ends within its header of " + length + " bytes");
        }
        byte[] header = new byte[(int) length];
        all.get(header);
        List<Entry> entries = header(header);
        int start = all.position();
        checkLayout(entries, all.remaining());
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            ByteBuffer data = all.slice((int) (start + entry.begin()), (int) (entry.end() - entry.begin()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            tensors.put(entry.name(), FloatTensor.owning(entry.shape(), floats(entry, data)));
        }
        return tensors;
    }

    private List<Entry> header(byte[] json) throws SafetensorsException {
        if (json[0] != '{') {
            throw wrong("its header does not start with {");
        }
        List<Entry> entries = new ArrayList<>();
        try {
            Json.Obj header = (Json.Obj) JsonReader.read(json);
            for (String name : header.members().keySet()) {
                if (name.equals(METADATA)) {
                    Json.Obj metadata = header.object(METADATA);
                    metadata.members().keySet().forEach(metadata::text);
                } else {
                    entries.add(entry(name, header.object(name)));
                }
            }
        } catch (JsonException e) {
            throw new SafetensorsException(file, "its header is wrong: " + e.getMessage(), e);
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return entries;
    }

    private Entry entry(String name, Json.Obj json) throws SafetensorsException {
        if (!json.members().keySet().equals(MEMBERS)) {
            throw wrong("the tensor '" + name + "' has the members "
                    + json.members().keySet() + " where dtype, shape and data_offsets are expected");
        }
        Type type = type(name, json.text("dtype"));
        List<Integer> shape = new ArrayList<>();
        for (Json extent : json.array("shape")) {
            shape.add((int) integer(name, "shape", extent, Integer.MAX_VALUE));
        }
        if (shape.size() > MOST_DIMENSIONS) {
            throw wrong("the tensor '" + name + "' has " + shape.size() + " dimensions: read are " + MOST_DIMENSIONS
                    + " at most");
        }
        List<Json> offsets = json.array("data_offsets");
        if (offsets.size() != 2) {
            throw wrong("the tensor '" + name + "' has " + offsets.size() + " data_offsets where 2 are expected");
        }
        long begin = integer(name, "data_offsets", offsets.getFirst(), Long.MAX_VALUE);
        long end = integer(name, "data_offsets", offsets.getLast(), Long.MAX_VALUE);
        if (end < begin || end - begin != size(name, type, shape)) {
            throw wrong("the tensor '" + name + "' goes from byte " + begin + " to " + end + " where its type " + type
                    + " and shape " + shape + " make " + size(name, type, shape) + " bytes");
        }
        return new Entry(name, type, shape, begin, end);
    }

    private Type type(String name, String text) throws SafetensorsException {
        for (Type type : Type.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw wrong("the tensor '" + name + "' has the type '" + text + "': read are F32, F16, BF16 and F64");
    }

    private long integer(String name, String member, Json value, long most) throws SafetensorsException {
        try {
            if (value instanceof Json.Num number && number.integer() >= 0 && number.integer() <= most) {
                return number.integer();
            }
        } catch (ArithmeticException notAnInteger) {
            // the same sentence
        }
        throw wrong(
                "the tensor '" + name + "' has something else than integers from 0 to " + most + " in its " + member);
    }

    private long size(String name, Type type, List<Integer> shape) throws SafetensorsException {
        try {
            return Math.multiplyExact(FloatTensor.elements(shape), (long) type.bytes);
        } catch (ArithmeticException e) {
            throw new SafetensorsException(
                    file, "the tensor '" + name + "' of shape " + shape + " has more bytes than any file", e);
        }
    }

    private void checkLayout(List<Entry> entries, long bytes) throws SafetensorsException {
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw wrong("the tensor '" + entry.name() + "' starts at byte " + entry.begin()
                        + " where the one before ends at " + end);
            }
            end = entry.end();
        }
        if (end != bytes) {
            throw wrong("it has " + bytes + " bytes behind its header where its tensors have " + end);
        }
    }

    private float[] floats(Entry entry, ByteBuffer data) throws SafetensorsException {
        float[] values = new float[data.remaining() / entry.type().bytes];
        for (int k = 0; k < values.length; k++) {
            values[k] = switch (entry.type()) {
                case F32 -> data.getFloat();
                case F16 -> Float.float16ToFloat(data.getShort());
                case BF16 -> Float.intBitsToFloat(data.getShort() << 16);
                case F64 -> single(entry, k, data.getDouble());
            };
        }
        return values;
    }

    private float single(Entry entry, int k, double value) throws SafetensorsException {
        float rounded = (float) value;
        if (Float.isInfinite(rounded) && Double.isFinite(value)) {
            throw wrong("the tensor '" + entry.name() + "' has " + value + " at " + k
                    + ", which is beyond single precision");
        }
        return rounded;
    }

    private SafetensorsException wrong(String what) {
        return new SafetensorsException(file, what);
    }
}
