package io.millrace.opencl.causal;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.causal.CausalGenerator;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.Moments;
import io.millrace.causal.Output;
import io.millrace.causal.Prologue;
import io.millrace.causal.Scaling;
import io.millrace.causal.kernel.ColumnKernel;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Staging;
import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The host's tables, their upload, the samples; then, what only the device knows: which instances have a value that is too large, which are
 * drawn again, and what standardised the others. So it waits for the device once for each round of attempts.
 */
final class CausalSteps implements Steps {
    /** The fields that the device makes alone. */
    private static final Set<String> MADE = Set.of("base", "intervened", "delta");

    /** Numbers of equations that are told to the device at once. */
    private static final long MOST_NUMBERS = 1 << 26;

    private final CausalSpec spec;
    private final Queue queue;
    private final Prologue prologue;
    private final Tables tables;
    private final Schema told;
    private final ColumnKernel columnKernel;
    private final Staging fieldStaging;
    private final Staging staging;
    private final List<Scratch> buffers;
    private final FeaturesOpenCl features;
    private final SampleOpenCl samples;
    private final RowsOpenCl rows;
    /** Null where worlds are sampled. */
    private final LinearOpenCl linear;

    private final long columns;
    /** Instances that are made at once. */
    private final int most;

    private float[] base = {};

    CausalSteps(CausalGenerator host, Queue queue) {
        spec = host.spec();
        this.queue = queue;
        Room room = new Room(spec, Philox.of(CausalSpec.WORKLOAD, host.seed()), queue);
        columnKernel = ColumnKernels.scalar(room.philox(), spec.equations()).columns();
        prologue = host.newPrologue();
        tables = new Tables(spec);
        told = new Schema(
                host.schema().fields().stream()
                        .filter(field -> !MADE.contains(field.name()))
                        .toList(),
                List.of());
        fieldStaging = new Staging(queue);
        staging = new Staging(queue);
        buffers = IntStream.range(0, 6).mapToObj(i -> queue.newScratch()).toList();
        features = new FeaturesOpenCl(room);
        samples = new SampleOpenCl(room);
        rows = new RowsOpenCl(room);
        linear = spec.closedForm() ? new LinearOpenCl(room) : null;
        columns = room.columns();
        most = Math.clamp(MOST_NUMBERS / Math.max(1, spec.mostNumbers()), 1, Integer.MAX_VALUE);
    }

    @Override
    public long scratchBytes() {
        return samples.scratchBytes() + (linear == null ? 0 : linear.scratchBytes()) + Float.BYTES * spec.mostNumbers();
    }

    @Override
    public boolean uploads() {
        return true;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        MemorySegment memory = fieldStaging.of(Batch.bytes(told, count));
        try (Batch batch = Batch.over(told, count, memory)) {
            prologue.bind(batch);
            int[] attempts = new int[count];
            for (int from = 0; from < count; from += most) {
                int[] slots =
                        IntStream.range(from, Math.min(count, from + most)).toArray();
                while (slots.length > 0) {
                    slots = pass(first, slots, attempts, fields);
                }
            }
            for (Field field : told.fields()) {
                queue.write(batch.tensor(field.name()).asSlice(0, field.bytes() * count), fields.buffer(field.name()));
            }
        }
        fieldStaging.sent();
    }

    /** Makes an attempt of each of these instances; those that need another. */
    private int[] pass(long first, int[] slots, int[] attempts, DeviceBatch fields) {
        tables.clear();
        for (int slot : slots) {
            prologue.draw(first + slot, attempts[slot]);
            tables.add(slot, attempts[slot], prologue);
            if (!measures()) {
                prologue.truth(slot, attempts[slot], base, 0, spec.baseStride());
            }
        }
        Pass pass = upload(first);
        samples.enqueue(pass);
        rows.enqueue(pass, samples, fields);
        if (linear != null) {
            linear.enqueue(pass, samples, fields);
        }
        MemorySegment flags = staging.of(measuredBytes(slots.length)).asSlice(0, (long) Integer.BYTES * slots.length);
        queue.read(pass.flags(), flags);
        readMeasures(slots.length);
        queue.finish();
        if (measures()) {
            tell(first, slots, attempts, flags);
        }
        int[] again = IntStream.range(0, slots.length)
                .filter(k -> flags.getAtIndex(Elements.I4, k) != 0)
                .map(k -> slots[k])
                .toArray();
        for (int slot : again) {
            attempts[slot] = prologue.next(first + slot, attempts[slot]);
        }
        return again;
    }

    /** Whether fields tell of the samples. */
    private boolean measures() {
        return spec.scaling() != Scaling.NONE || sorts();
    }

    private boolean sorts() {
        return spec.fields().contains(Output.SORTABILITY);
    }

    private Pass upload(long first) {
        Words zeros = new Words();
        for (int k = 0; k < tables.count(); k++) {
            zeros.add(0);
        }
        List<Words> all = List.of(tables.instances, tables.nodes, tables.targets, tables.causes, tables.numbers, zeros);
        long words = tables.functions.length()
                + all.stream().mapToLong(Words::length).sum();
        MemorySegment memory = staging.of(Integer.BYTES * words);
        long at = 0;
        Buffer[] sent = new Buffer[all.size()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = buffers.get(i)
                    .of(Math.max(1, (long) Integer.BYTES * all.get(i).length()));
            at += send(all.get(i), memory.asSlice(at), sent[i]);
        }
        Buffer functions = null;
        if (tables.functionCount() > 0) {
            send(tables.functions, memory.asSlice(at), features.rows(tables.functions.length()));
            functions = features.enqueue(first, tables, sent[0]);
        }
        staging.sent();
        return new Pass(first, tables.count(), sent[0], sent[1], sent[2], sent[3], sent[4], functions, sent[5]);
    }

    private long send(Words words, MemorySegment memory, Buffer to) {
        long bytes = (long) Integer.BYTES * words.length();
        MemorySegment part = memory.asSlice(0, bytes);
        MemorySegment.copy(words.array(), 0, part, Elements.I4, 0, words.length());
        queue.write(part, to);
        return bytes;
    }

    private long momentBytes(int count) {
        return spec.scaling() == Scaling.NONE ? 0 : (long) Float.BYTES * Room.MOMENTS * spec.width() * count;
    }

    private long columnBytes(int count) {
        return sorts() ? Float.BYTES * columns * count : 0;
    }

    private long measuredBytes(int count) {
        return (long) Integer.BYTES * count + momentBytes(count) + columnBytes(count);
    }

    private void readMeasures(int count) {
        MemorySegment memory = staging.of(measuredBytes(count));
        long at = (long) Integer.BYTES * count;
        queue.read(samples.moments(count), memory.asSlice(at, momentBytes(count)));
        queue.read(samples.base(count), memory.asSlice(at + momentBytes(count), columnBytes(count)));
    }

    /** Writes the fields of the instances that are good. */
    private void tell(long first, int[] slots, int[] attempts, MemorySegment flags) {
        MemorySegment memory = staging.of(measuredBytes(slots.length));
        long momentsAt = (long) Integer.BYTES * slots.length;
        long columnsAt = momentsAt + momentBytes(slots.length);
        if (sorts() && base.length < columns) {
            base = new float[Math.toIntExact(columns)];
        }
        Moments moments = prologue.moments();
        for (int k = 0; k < slots.length; k++) {
            if (flags.getAtIndex(Elements.I4, k) != 0) {
                continue;
            }
            prologue.draw(first + slots[k], attempts[slots[k]]);
            int nodes = prologue.graph().nodes;
            for (int j = 0; j < nodes && spec.scaling() != Scaling.NONE; j++) {
                long at = momentsAt + (long) Float.BYTES * Room.MOMENTS * ((long) k * spec.width() + j);
                moments.mean[j] = memory.get(Elements.F4, at);
                moments.deviation[j] = memory.get(Elements.F4, at + Float.BYTES);
            }
            if (sorts()) {
                MemorySegment.copy(memory, Elements.F4, columnsAt + Float.BYTES * columns * k, base, 0, base.length);
                for (int j = 0; j < nodes && spec.scaling() != Scaling.NONE; j++) {
                    int at = j * spec.baseStride();
                    columnKernel.scale(base, at, spec.baseStride(), moments.mean[j], moments.factor(j), at);
                }
            }
            prologue.truth(slots[k], attempts[slots[k]], base, 0, spec.baseStride());
        }
    }

    @Override
    public void close() {
        try {
            staging.close();
        } finally {
            fieldStaging.close();
        }
    }
}
