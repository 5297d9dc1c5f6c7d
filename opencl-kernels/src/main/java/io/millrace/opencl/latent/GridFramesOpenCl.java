package io.millrace.opencl.latent;

import io.millrace.latent.Encoder;
import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.opencl.device.Cl;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The grid encoder on devices, which sessions are dealt to in turn; fields go up, latents come down. */
final class GridFramesOpenCl implements Encoder {
    /** Frames of a transfer, at least. */
    private static final int FRAMES = 64;

    private final GridTables tables;
    private final List<Context> contexts = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();

    GridFramesOpenCl(GridTables tables, Cl cl, List<Device> devices) {
        this.tables = tables;
        try {
            for (Device device : devices) {
                contexts.add(new Context(cl, device));
                // its kernels are built now, so that what does not build is refused before anything is written
                try (Queue queue = contexts.getLast().newQueue()) {
                    new GridOpenCl(tables, queue);
                }
            }
        } catch (Throwable t) {
            close();
            throw t;
        }
    }

    @Override
    public List<Integer> latent() {
        return List.of(tables.shape().tokens(), tables.shape().width());
    }

    @Override
    public int frames() {
        return FRAMES;
    }

    @Override
    public Session newSession() {
        return new OnQueue(
                tables,
                contexts.get(Math.floorMod(sessions.getAndIncrement(), contexts.size()))
                        .newQueue());
    }

    @Override
    public void close() {
        contexts.forEach(Context::close);
    }

    /** A queue of its own. */
    private static final class OnQueue implements Session {
        private final GridShape shape;
        private final Queue queue;
        private final GridOpenCl grid;
        private final Scratch fields;
        private final Scratch latents;

        OnQueue(GridTables tables, Queue queue) {
            this.shape = tables.shape();
            this.queue = queue;
            try {
                this.grid = new GridOpenCl(tables, queue);
                this.fields = queue.newScratch();
                this.latents = queue.newScratch();
            } catch (Throwable t) {
                queue.close();
                throw t;
            }
        }

        @Override
        public void encode(MemorySegment from, int frames, MemorySegment to) {
            long in = (long) frames * shape.fieldElements() * Float.BYTES;
            long out = (long) frames * shape.latentElements() * Float.BYTES;
            try {
                queue.write(from.asSlice(0, in), fields.of(in));
                grid.encode(fields.of(in), latents.of(out), frames);
                queue.read(latents.of(out), to.asSlice(0, out));
                queue.finish();
            } catch (Throwable t) {
                queue.abandon();
                throw t;
            }
        }

        @Override
        public void close() {
            queue.close();
        }
    }
}
