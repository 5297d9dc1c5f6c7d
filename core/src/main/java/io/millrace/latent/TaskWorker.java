package io.millrace.latent;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One thread's trajectories of one task, some at a time, and their latents. */
final class TaskWorker implements AutoCloseable {
    /** Of trajectories of all tasks at a time, about. */
    private static final long RAW_BYTES = 16L << 20;

    /** Trajectories that are solved at once are at least so many where they are not large. */
    private static final int MOST_AT_ONCE = 64;

    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int task;
    private final byte boundary;
    private final String name;
    private final long firstOfTask;
    private final Field encoded;
    private final List<Field> carried;
    private final Set<String> written = new HashSet<>();
    private final Worker source;
    private final Batch raw;
    private final Encoder.Session session;
    private final Arena arena = Arena.ofShared();
    private final int frames;
    private final long latentElements;
    /** Trajectories that are encoded at once. */
    private final int together;
    /** Their fields in single precision, where they are of another; else null. */
    private final MemorySegment fields;

    private final MemorySegment latents;
    private final Halves halves;

    TaskWorker(LatentGenerator generator, int task) {
        this.task = task;
        LatentSpec.Task described = generator.spec().tasks().get(task);
        name = described.name();
        boundary = (byte) described.spec().equation().boundary().ordinal();
        firstOfTask = described.first();
        Generator from = generator.sources().get(task);
        Encoder encoder = generator.encoders().get(task);
        encoded = LatentGenerator.encoded(from);
        carried = from.schema().fields().stream()
                .filter(field -> !field.name().equals(LatentGenerator.ENCODED))
                .toList();
        carried.forEach(field -> written.add(field.name()));
        written.addAll(List.of("latent", "task", LatentGenerator.BOUNDARY, "overflow", "round_trip"));
        frames = encoded.shape().getFirst();
        latentElements =
                (long) frames * encoder.latent().get(0) * encoder.latent().get(1);
        boolean half = generator.spec().dtype() == DType.F2;
        long room = RAW_BYTES / generator.sources().size();
        int capacity = Math.clamp(room / from.schema().instanceBytes(), 1, MOST_AT_ONCE);
        together = Math.clamp(Math.ceilDiv(encoder.frames(), frames), 1, capacity);
        halves = half ? new Halves() : null;
        fields = encoded.dtype() == DType.F4 ? null : arena.allocate(together * encoded.elements() * 4, 64);
        latents = arena.allocate(together * latentElements * 4, 64);
        List<AutoCloseable> opened = new ArrayList<>(List.of(arena::close));
        try {
            source = from.newWorker();
            opened.addFirst(source);
            raw = from.newBatch(capacity);
            opened.addFirst(raw);
            session = encoder.newSession();
        } catch (RuntimeException | Error e) {
            Closing.all(opened);
            throw e;
        }
    }

    /** Whether it writes the field of that name. */
    boolean writes(String field) {
        return written.contains(field);
    }

    /** Makes its instances from a number on, into every {@code stride}'th row. */
    void fill(long number, int count, Batch batch, int row, int stride) {
        if (stride > 1 && number + count > LatentSpec.APART) {
            throw new GenerationException(
                    number * stride + task, "each of several tasks has " + LatentSpec.APART + " trajectories", null);
        }
        for (int done = 0; done < count; ) {
            int some = Math.min(raw.capacity(), count - done);
            long index = firstOfTask + number + done;
            try (Batch made = raw.range(index, some, () -> {})) {
                source.fill(index, some, made);
                for (int from = 0; from < some; from += together) {
                    int at = row + (done + from) * stride;
                    encode(made, from, Math.min(together, some - from), batch, at, stride);
                }
            } catch (GenerationException e) {
                long mine = (e.index() - firstOfTask) * stride + task;
                throw new GenerationException(mine, "task " + name + ", " + e.getMessage(), e);
            }
            done += some;
        }
    }

    private void encode(Batch made, int from, int count, Batch batch, int row, int stride) {
        MemorySegment in =
                made.tensor(LatentGenerator.ENCODED).asSlice(from * encoded.bytes(), count * encoded.bytes());
        MemorySegment singles = encoded.dtype() == DType.F4 ? in : singles(in, count * encoded.elements());
        MemorySegment out = batch.tensor("latent");
        // one after the other they are in their place at once
        boolean inPlace = halves == null && (count == 1 || stride == 1);
        MemorySegment to = inPlace ? out.asSlice(row * latentElements * 4, count * latentElements * 4) : latents;
        session.encode(singles, count * frames, to);
        for (int k = 0; k < count; k++) {
            int at = row + k * stride;
            if (halves != null) {
                halves.store(latents, k * latentElements, latentElements, out, at * latentElements);
                batch.tensor("overflow").setAtIndex(Elements.I4, at, halves.overflow());
                batch.tensor("round_trip").setAtIndex(Elements.F4, at, halves.loss());
            } else if (!inPlace) {
                MemorySegment.copy(latents, k * latentElements * 4, out, at * latentElements * 4, latentElements * 4);
            }
            batch.tensor("task").setAtIndex(Elements.U1, at, (byte) task);
            batch.tensor(LatentGenerator.BOUNDARY).setAtIndex(Elements.U1, at, boundary);
            for (Field field : carried) {
                MemorySegment.copy(
                        made.tensor(field.name()),
                        (from + k) * field.bytes(),
                        batch.tensor(field.name()),
                        at * field.bytes(),
                        field.bytes());
            }
        }
    }

    private MemorySegment singles(MemorySegment in, long count) {
        for (long e = 0; e < count; e++) {
            float value = encoded.dtype() == DType.F8
                    ? (float) in.getAtIndex(Elements.F8, e)
                    : Float.float16ToFloat(in.getAtIndex(F2, e));
            fields.setAtIndex(Elements.F4, e, value);
        }
        return fields;
    }

    @Override
    public void close() {
        Closing.all(List.of(session, raw, source, arena::close));
    }
}
