package io.millrace.dataset;

import io.millrace.batch.Batch;
import io.millrace.batch.Constant;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A finished dataset in the place of the generator that made it: it has the same instances, and reads them. A shard is held against its checksums before the first of
 * them is read.
 */
public final class DatasetSource implements Generator {
    private final Path directory;
    private final Dataset dataset;
    private final Spec spec;
    private final Schema schema;
    /** Shards that were looked at, with what is wrong with them. */
    private final Map<Integer, String> checked = new ConcurrentHashMap<>();

    private boolean closed;

    private DatasetSource(Path directory, Dataset dataset) throws IOException {
        this.directory = directory;
        this.dataset = dataset;
        this.spec = dataset.spec();
        List<Constant> constants = new ArrayList<>();
        for (StoredConstant constant : dataset.plan().constants()) {
            constants.add(new Constant(
                    constant.field(), dataset.constant(constant.field().name())));
        }
        this.schema = new Schema(dataset.plan().fields(), constants);
    }

    /**
     * Opens.
     *
     * @throws DatasetException as {@link Dataset#open} and {@link Dataset#spec}
     */
    public static DatasetSource open(Path directory) throws IOException {
        Dataset dataset = Dataset.open(directory);
        try {
            return new DatasetSource(directory, dataset);
        } catch (IOException | RuntimeException | Error e) {
            dataset.close();
            throw e;
        }
    }

    /** The index of its first instance. */
    public long first() {
        return dataset.plan().first();
    }

    /** One more than the index of its last instance. */
    @Override
    public long size() {
        return first() + dataset.count();
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public long seed() {
        return dataset.plan().seed();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String backend() {
        return "dataset";
    }

    @Override
    public Optional<String> foreign() {
        return dataset.plan().foreign();
    }

    @Override
    public Worker newWorker() {
        return new Reader();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            dataset.close();
        }
    }

    /** What is wrong with a shard; nothing: empty. */
    private String check(int shard) {
        Findings findings = new Findings();
        try {
            Plan plan = dataset.plan();
            ShardRecord record = ShardRecord.read(directory, plan, SealedJson.checksum(plan.toBytes()), shard)
                    .record();
            ArrayInspection arrays = new ArrayInspection(directory, findings);
            for (Field field : plan.fields()) {
                String file = Layout.array(field.name());
                arrays.check(
                        Layout.shard(shard) + "/" + file,
                        Npy.of(field, record.count()),
                        record.files().get(file));
            }
        } catch (IOException e) {
            return e.getMessage();
        }
        List<Finding> problems = findings.report().problems();
        return problems.isEmpty() ? "" : problems.getFirst().sentence();
    }

    /** One thread's, at one shard: its arrays stay open, so that what is compressed is decoded once. */
    private final class Reader implements Worker {
        private final Map<String, ArrayBytes> arrays = new HashMap<>();
        private int open = -1;

        @Override
        public void fill(long first, int count, Batch batch) {
            if (first < first() || first + count > size()) {
                throw new GenerationException(
                        first, "the dataset " + directory + " has " + first() + " to " + (size() - 1), null);
            }
            try {
                for (int done = 0; done < count; ) {
                    done += read(first + done, done, count - done, batch);
                }
            } catch (IOException e) {
                throw new GenerationException(first, e.getMessage(), e);
            }
        }

        /** Reads as many as the shard of the first has of them. */
        private int read(long index, int row, int most, Batch batch) throws IOException {
            Dataset.Location at = dataset.locate(index);
            open(at.shard());
            int some = (int) Math.min(most, dataset.plan().shard(at.shard()).count() - at.row());
            for (Field field : schema.fields()) {
                MemorySegment to = batch.tensor(field.name()).asSlice(row * field.bytes(), some * field.bytes());
                long from = Layout.PAYLOAD + at.row() * field.bytes();
                for (long piece = 0; piece < to.byteSize(); piece += Layout.BLOCK) {
                    long length = Math.min(Layout.BLOCK, to.byteSize() - piece);
                    arrays.get(field.name()).read(to.asSlice(piece, length).asByteBuffer(), from + piece);
                }
            }
            return some;
        }

        private void open(int shard) throws IOException {
            if (shard == open) {
                return;
            }
            closeArrays();
            String wrong = checked.computeIfAbsent(shard, DatasetSource.this::check);
            if (!wrong.isEmpty()) {
                throw new DatasetException(
                        directory + " is damaged: " + wrong + "; millrace repair " + directory + " makes it again");
            }
            for (Field field : schema.fields()) {
                arrays.put(
                        field.name(),
                        ArrayBytes.open(directory.resolve(Layout.shard(shard)).resolve(Layout.array(field.name()))));
            }
            open = shard;
        }

        private void closeArrays() throws IOException {
            open = -1;
            for (ArrayBytes array : arrays.values()) {
                array.close();
            }
            arrays.clear();
        }

        @Override
        public void close() {
            try {
                closeArrays();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
