package io.millrace.cli.export;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.json.Json;
import io.millrace.json.JsonWriter;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * One safetensors file with a tensor for each field, instances first, and one for each constant.
 *
 * <pre>
 *   8 bytes: length of the header | JSON, padded with spaces to byte 4096·k | tensors without gaps, wider elements first
 * </pre>
 *
 * <p>Complex numbers become a last dimension of two reals. {@code __metadata__} has the workload, the seed, the range, every
 * setting as {@code spec.KEY}, and each tensor's CRC32C as {@code crc32c.NAME}. Format:
 * <a href="https://github.com/huggingface/safetensors#format">safetensors</a>.
 */
public final class Safetensors implements ExportFormat {
    private static final int PAGE = 4096;
    private static final int CHUNK = 4 << 20;
    private static final String UNKNOWN = "00000000";

    /** One tensor: its elements are those of each shard, or of a constant. */
    private record Tensor(Field field, boolean constant, long bytes) {}

    /** The format. */
    public Safetensors() {}

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        List<Tensor> tensors = tensors(dataset.plan());
        Map<String, String> sums = new LinkedHashMap<>();
        tensors.forEach(tensor -> sums.put(tensor.field().name(), UNKNOWN));
        byte[] head = head(dataset.plan(), tensors, sums);
        long total = tensors.stream().mapToLong(Tensor::bytes).sum();
        try (FileChannel channel = FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(head.length);
            long done = 0;
            for (Tensor tensor : tensors) {
                CRC32C crc = new CRC32C();
                for (int shard = 0; shard < (tensor.constant() ? 1 : dataset.shards()); shard++) {
                    try (Arena arena = Arena.ofConfined()) {
                        MemorySegment data = tensor.constant()
                                ? dataset.constant(tensor.field().name())
                                : dataset.shard(shard).tensor(tensor.field().name(), arena);
                        copy(data, channel, crc);
                        done += data.byteSize();
                    }
                    progress.update((long) (dataset.count() * (done / (double) total)), dataset.count());
                }
                sums.put(tensor.field().name(), HexFormat.of().toHexDigits((int) crc.getValue()));
            }
            byte[] summed = head(dataset.plan(), tensors, sums);
            channel.position(0);
            writeFully(channel, ByteBuffer.wrap(summed));
        }
    }

    private static List<Tensor> tensors(Plan plan) {
        List<Tensor> tensors = new ArrayList<>();
        plan.fields()
                .forEach(field ->
                        tensors.add(new Tensor(field, false, Math.multiplyExact(field.bytes(), plan.count()))));
        plan.constants()
                .forEach(constant -> tensors.add(
                        new Tensor(constant.field(), true, constant.field().bytes())));
        tensors.sort(Comparator.comparingInt(
                tensor -> -Reals.type(tensor.field().dtype()).bytes()));
        if (tensors.stream().map(tensor -> tensor.field().name()).distinct().count() < tensors.size()) {
            throw new IllegalArgumentException(
                    "safetensors needs distinct names, and this dataset has a constant that is named as a field is");
        }
        return tensors;
    }

    /** As long for every choice of sums, for these have always eight digits. */
    private static byte[] head(Plan plan, List<Tensor> tensors, Map<String, String> sums) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("__metadata__", metadata(plan, sums));
        long offset = 0;
        for (Tensor tensor : tensors) {
            members.put(tensor.field().name(), entry(plan, tensor, offset));
            offset = Math.addExact(offset, tensor.bytes());
        }
        byte[] json = JsonWriter.writeLine(new Json.Obj(members)).getBytes(StandardCharsets.UTF_8);
        int length = Math.ceilDiv(Long.BYTES + json.length, PAGE) * PAGE;
        ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(length - Long.BYTES).put(json);
        while (head.hasRemaining()) {
            head.put((byte) ' ');
        }
        return head.array();
    }

    private static Json metadata(Plan plan, Map<String, String> sums) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("millrace", new Json.Str(plan.millrace()));
        members.put("workload", new Json.Str(plan.workload()));
        members.put("workload_version", new Json.Str(Integer.toString(plan.workloadVersion())));
        members.put("seed", new Json.Str(Long.toString(plan.seed())));
        members.put("first", new Json.Str(Long.toString(plan.first())));
        members.put("count", new Json.Str(Long.toString(plan.count())));
        plan.foreign().ifPresent(library -> members.put("foreign", new Json.Str(library)));
        plan.spec().forEach((key, value) -> members.put("spec." + key, new Json.Str(value)));
        sums.forEach((name, sum) -> members.put("crc32c." + name, new Json.Str(sum)));
        return new Json.Obj(members);
    }

    private static Json entry(Plan plan, Tensor tensor, long offset) {
        Field field = tensor.field();
        List<Json> shape = new ArrayList<>();
        if (!tensor.constant()) {
            shape.add(Json.Num.of(plan.count()));
        }
        field.shape().forEach(extent -> shape.add(Json.Num.of(extent)));
        if (Reals.in(field.dtype()) == 2) {
            shape.add(Json.Num.of(2));
        }
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("dtype", new Json.Str(typeName(Reals.type(field.dtype()))));
        members.put("shape", new Json.Arr(shape));
        members.put("data_offsets", new Json.Arr(List.of(Json.Num.of(offset), Json.Num.of(offset + tensor.bytes()))));
        return new Json.Obj(members);
    }

    private static String typeName(DType real) {
        return switch (real) {
            case F2 -> "F16";
            case F4 -> "F32";
            case F8 -> "F64";
            case I4 -> "I32";
            case I8 -> "I64";
            case U1 -> "U8";
            case C8, C16 -> throw new IllegalArgumentException(real + " is not real");
        };
    }

    private static void copy(MemorySegment data, FileChannel channel, CRC32C crc) throws IOException {
        for (long at = 0; at < data.byteSize(); at += CHUNK) {
            ByteBuffer chunk =
                    data.asSlice(at, Math.min(CHUNK, data.byteSize() - at)).asByteBuffer();
            crc.update(chunk.duplicate());
            writeFully(channel, chunk);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
