package io.millrace.latent;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.generator.Worker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** One thread's latents: of each task in turn. */
final class LatentWorker implements Worker {
    private final List<TaskWorker> tasks = new ArrayList<>();

    LatentWorker(LatentGenerator generator) {
        try {
            for (int t = 0; t < generator.sources().size(); t++) {
                tasks.add(new TaskWorker(generator, t));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        absent(count, batch);
        int stride = tasks.size();
        for (int t = 0; t < stride; t++) {
            int row = Math.floorMod(t - first, stride);
            if (row < count) {
                tasks.get(t).fill((first + row) / stride, Math.ceilDiv(count - row, stride), batch, row, stride);
            }
        }
    }

    /** What a task has no field for. */
    private void absent(int count, Batch batch) {
        for (Field field : batch.schema().fields()) {
            if (tasks.stream().allMatch(task -> task.writes(field.name()))) {
                continue;
            }
            MemorySegment tensor = batch.tensor(field.name());
            tensor.asSlice(0, count * field.bytes()).fill((byte) 0);
            if (field.dtype() == DType.F8) {
                for (long e = 0; e < count * field.elements(); e++) {
                    tensor.setAtIndex(Elements.F8, e, Double.NaN);
                }
            }
        }
    }

    @Override
    public void close() {
        Closing.all(tasks);
    }
}
