package io.millrace.cli.radio;

import io.millrace.batch.Field;
import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.json.JsonWriter;
import io.millrace.pipeline.Progress;
import io.millrace.radio.RadioSpec;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A directory of SigMF {@value io.millrace.cli.radio.SigmfMetadata#VERSION}: for each transmission a collection, and for each receiver that is there a recording.
 *
 * <pre>
 * radio-000000000100.sigmf-collection
 * radio-000000000100-r00.sigmf-meta   radio-000000000100-r00.sigmf-data   cf32_le, as the dataset has them
 * radio-000000000100-r01.sigmf-meta   …
 * </pre>
 */
public final class SigmfExport implements ExportFormat {
    private static final int CHUNK = 4 << 20;

    /** The format. */
    public SigmfExport() {}

    @Override
    public String name() {
        return "sigmf";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        List<String> fields = dataset.plan().fields().stream().map(Field::name).toList();
        try (Instances instances = Instances.of(dataset, fields)) {
            RadioInstance instance = RadioInstance.of(dataset, instances, name());
            if (!instance.sampled()) {
                throw new IllegalArgumentException("sigmf holds samples, and this dataset has none: its output is "
                        + dataset.plan().spec().get("output"));
            }
            SigmfMetadata metadata = new SigmfMetadata(dataset.plan(), instance);
            Files.createDirectory(out);
            for (long done = 1; instances.next(); done++) {
                write(instance, metadata, out);
                progress.update(done, dataset.count());
            }
        }
    }

    private static void write(RadioInstance instance, SigmfMetadata metadata, Path out) throws IOException {
        String collection = "%s-%012d".formatted(RadioSpec.WORKLOAD, instance.index());
        int digits =
                Math.max(2, Integer.toString(instance.spec().receivers() - 1).length());
        SigmfMetadata.Streams streams = new SigmfMetadata.Streams();
        for (int r = 0; r < instance.receivers(); r++) {
            String name = ("%s-r%0" + digits + "d").formatted(collection, r);
            String data = writeSamples(instance.samples(r), out.resolve(name + ".sigmf-data"));
            byte[] meta = bytes(metadata.recording(r, collection, data));
            Files.write(out.resolve(name + ".sigmf-meta"), meta, StandardOpenOption.CREATE_NEW);
            MessageDigest digest = sha512();
            digest.update(meta);
            streams.add(name, hex(digest));
        }
        Files.write(
                out.resolve(collection + ".sigmf-collection"),
                bytes(metadata.collection(streams)),
                StandardOpenOption.CREATE_NEW);
    }

    /** Writes them; their digest. */
    private static String writeSamples(MemorySegment samples, Path file) throws IOException {
        MessageDigest digest = sha512();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long from = 0; from < samples.byteSize(); from += CHUNK) {
                ByteBuffer chunk = samples.asSlice(from, Math.min(CHUNK, samples.byteSize() - from))
                        .asByteBuffer();
                digest.update(chunk.duplicate());
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
        }
        return hex(digest);
    }

    private static byte[] bytes(Json json) {
        return (JsonWriter.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
