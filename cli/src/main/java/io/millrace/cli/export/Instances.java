package io.millrace.cli.export;

import io.millrace.batch.Field;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetShard;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a dataset instance by instance, in index order, over the mapped arrays of the fields that are asked for. One thread's;
 * one shard is mapped at a time.
 */
public final class Instances implements AutoCloseable {
    private final Dataset dataset;
    private final List<Field> fields;
    private final Map<String, MemorySegment> tensors = new HashMap<>();
    private final Map<String, Long> strides = new HashMap<>();
    private Arena mapped = Arena.ofConfined();
    private int shard = -1;
    private long rows;
    private long row;
    private long index;

    private Instances(Dataset dataset, List<Field> fields) {
        this.dataset = dataset;
        this.fields = fields;
        this.index = dataset.plan().first() - 1;
        fields.forEach(field -> strides.put(field.name(), field.bytes()));
    }

    /** Before the first instance, with these of the dataset's fields; those that it lacks are passed over. */
    public static Instances of(Dataset dataset, List<String> names) {
        List<Field> fields = dataset.plan().fields().stream()
                .filter(field -> names.contains(field.name()))
                .toList();
        return new Instances(dataset, fields);
    }

    /** At one instance, with every field. */
    public static Instances at(Dataset dataset, long index) throws IOException {
        Instances instances = new Instances(dataset, dataset.plan().fields());
        Dataset.Location location = dataset.locate(index);
        try {
            instances.load(location.shard());
        } catch (IOException | RuntimeException e) {
            instances.close();
            throw e;
        }
        instances.row = location.row();
        instances.index = index;
        return instances;
    }

    /** Goes to the next instance, if there is one. */
    public boolean next() throws IOException {
        row++;
        if (shard < 0 || row == rows) {
            if (shard == dataset.shards() - 1) {
                return false;
            }
            load(shard + 1);
            row = 0;
        }
        index++;
        return true;
    }

    private void load(int next) throws IOException {
        DatasetShard loaded = dataset.shard(next);
        mapped.close();
        mapped = Arena.ofConfined();
        for (Field field : fields) {
            tensors.put(field.name(), loaded.tensor(field.name(), mapped));
        }
        shard = next;
        rows = loaded.range().count();
    }

    /** The index of this instance. */
    public long index() {
        return index;
    }

    /** Whether the dataset has a field. */
    public boolean has(String name) {
        return strides.containsKey(name);
    }

    /** The field of this instance, until the next is gone to; it must be among those asked for. */
    public MemorySegment field(String name) {
        long stride = strides.get(name);
        return tensors.get(name).asSlice(row * stride, stride);
    }

    /** Unmaps. */
    @Override
    public void close() {
        mapped.close();
    }
}
