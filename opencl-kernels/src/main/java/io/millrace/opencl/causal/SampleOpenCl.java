package io.millrace.opencl.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Scaling;
import io.millrace.causal.Worlds;
import io.millrace.causal.law.Law;
import io.millrace.causal.mechanism.Equations;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;

/** {@code sample.cl} and {@code moments.cl}: columns of the base and of the worlds. */
final class SampleOpenCl {
    private final Room room;
    private final CausalSpec spec;
    private final Kernel base;
    private final Kernel worlds;
    /** Null where nothing is standardised. */
    private final Kernel moments;

    private final Scratch x;
    private final Scratch noise;
    private final Scratch w;
    private final Scratch touched;
    private final Scratch constants;

    SampleOpenCl(Room room) {
        this.room = room;
        spec = room.spec();
        base = room.kernel("sample_base", "sample.cl");
        worlds = room.kernel("sample_worlds", "sample.cl");
        moments = spec.scaling() == Scaling.NONE ? null : room.kernel("moments", "moments.cl");
        x = room.queue().newScratch();
        noise = room.queue().newScratch();
        w = room.queue().newScratch();
        touched = room.queue().newScratch();
        constants = room.queue().newScratch();
    }

    /** Bytes of device memory that an instance takes. */
    long scratchBytes() {
        return Float.BYTES * room.columns() * (2 + spec.worlds()) + (long) spec.width() * (spec.worlds() + 12);
    }

    /** Columns of the base before they are standardised last. */
    Buffer base(int count) {
        return x.of(Float.BYTES * room.columns() * count);
    }

    /** Columns of the worlds; only those that {@link #touched} says. */
    Buffer worlds(int count) {
        return w.of(Math.max(1, Float.BYTES * room.columns() * count * spec.worlds()));
    }

    /** A byte for each node of each world, 1 where it differs from the base. */
    Buffer touched(int count) {
        return touched.of(Math.max(1, (long) count * spec.worlds() * spec.width()));
    }

    /** {@link Room#MOMENTS} of each node. */
    Buffer moments(int count) {
        return constants.of((long) Float.BYTES * Room.MOMENTS * count * spec.width());
    }

    void enqueue(Made made) {
        if (spec.scaling() == Scaling.INTERNAL) {
            for (int p = 0; p < spec.nodes().most(); p++) {
                enqueueBase(made, p, p + 1);
                enqueueMoments(made, p, 1);
            }
        } else {
            enqueueBase(made, 0, spec.nodes().most());
            if (moments != null) {
                enqueueMoments(made, 0, spec.nodes().most());
            }
        }
        if (spec.worlds() > 0) {
            enqueueWorlds(made);
        }
    }

    private void enqueueBase(Made made, int from, int to) {
        base.arg(from).arg(to);
        common(base)
                .arg(made.instances())
                .arg(made.nodes())
                .arg(made.causes())
                .arg(made.numbers())
                .arg(handle(made.functions()))
                .arg(moments(made.count()))
                .arg(made.first())
                .arg(room.philox())
                .arg(base(made.count()))
                .arg(noise.of(Float.BYTES * room.columns() * made.count()))
                .arg(made.flags())
                .run(spec.rows(), made.count());
    }

    private static long handle(Buffer buffer) {
        return buffer == null ? 0 : buffer.handle();
    }

    /** What both kernels take of the spec. */
    private Kernel common(Kernel kernel) {
        Equations equations = spec.equations();
        return kernel.arg(spec.width())
                .arg(spec.stride())
                .arg(spec.scaling().ordinal())
                .arg(spec.largest())
                .arg(equations.features())
                .arg(equations.hidden())
                .arg(equations.degree())
                .arg((float) (-2 / equations.freedom()))
                .arg((float) (equations.freedom() - 2));
    }

    private void enqueueMoments(Made made, int from, int positions) {
        moments.arg(from)
                .arg(spec.width())
                .arg(spec.stride())
                .arg(spec.rows())
                .arg(made.instances())
                .arg(made.nodes())
                .arg(base(made.count()))
                .arg(moments(made.count()))
                .run(positions, made.count());
    }

    private void enqueueWorlds(Made made) {
        Law law = spec.interventions().value();
        worlds.arg(spec.worlds());
        common(worlds)
                .arg(spec.interventions().worlds() == Worlds.FRESH ? 1 : 0)
                .arg(spec.interventions().kind().shifts() ? 1 : 0)
                .arg(spec.interventions().kind().perRow() ? 1 : 0)
                .arg(law.kind().ordinal())
                .arg(law.first())
                .arg(law.second())
                .arg(made.instances())
                .arg(made.nodes())
                .arg(made.targets())
                .arg(made.causes())
                .arg(made.numbers())
                .arg(handle(made.functions()))
                .arg(moments(made.count()))
                .arg(made.first())
                .arg(room.philox())
                .arg(base(made.count()))
                .arg(noise.of(Float.BYTES * room.columns() * made.count()))
                .arg(worlds(made.count()))
                .arg(touched(made.count()))
                .arg(made.flags())
                .run(spec.intervenedRows(), (long) made.count() * spec.worlds());
    }
}
