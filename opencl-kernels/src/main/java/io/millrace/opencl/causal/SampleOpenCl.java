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
        return 2 * Float.BYTES * room.columns()
                + Float.BYTES * worldColumns()
                + (long) spec.width() * (spec.worlds() + Float.BYTES * Room.MOMENTS);
    }

    /** Floats of all columns of an instance's worlds. */
    private long worldColumns() {
        return spec.closedForm() ? 0 : (long) spec.worlds() * spec.width() * spec.worldStride();
    }

    /** Columns of the base before they are standardised last. */
    Buffer base(int count) {
        return x.of(Float.BYTES * room.columns() * count);
    }

    /** Columns of the worlds; only those that {@link #touched} says. */
    Buffer worlds(int count) {
        return w.of(Math.max(1, Float.BYTES * worldColumns() * count));
    }

    /** A byte for each node of each world, 1 where it differs from the base. */
    Buffer touched(int count) {
        return touched.of(Math.max(1, (long) count * spec.worlds() * spec.width()));
    }

    /** {@link Room#MOMENTS} of each node. */
    Buffer moments(int count) {
        return constants.of((long) Float.BYTES * Room.MOMENTS * count * spec.width());
    }

    void enqueue(Pass pass) {
        if (spec.scaling() == Scaling.INTERNAL) {
            for (int p = 0; p < spec.nodes().most(); p++) {
                enqueueBase(pass, p, p + 1);
                enqueueMoments(pass, p, 1);
            }
        } else {
            enqueueBase(pass, 0, spec.nodes().most());
            if (moments != null) {
                enqueueMoments(pass, 0, spec.nodes().most());
            }
        }
        if (spec.worlds() > 0 && !spec.closedForm()) {
            enqueueWorlds(pass);
        }
    }

    private void enqueueBase(Pass pass, int from, int to) {
        base.arg(from).arg(to);
        common(base)
                .arg(pass.instances())
                .arg(pass.nodes())
                .arg(pass.causes())
                .arg(pass.numbers())
                .arg(handle(pass.functions()))
                .arg(moments(pass.count()))
                .arg(pass.first())
                .arg(room.philox())
                .arg(base(pass.count()))
                .arg(noise.of(Float.BYTES * room.columns() * pass.count()))
                .arg(pass.flags())
                .run(spec.rows(), pass.count());
    }

    private static long handle(Buffer buffer) {
        return buffer == null ? 0 : buffer.handle();
    }

    /** What both kernels take of the spec. */
    private Kernel common(Kernel kernel) {
        Equations equations = spec.equations();
        return kernel.arg(spec.width())
                .arg(spec.baseStride())
                .arg(spec.scaling().ordinal())
                .arg(spec.largest())
                .arg(equations.features())
                .arg(equations.hidden())
                .arg(equations.degree())
                .arg((float) (-2 / equations.freedom()))
                .arg((float) (equations.freedom() - 2));
    }

    private void enqueueMoments(Pass pass, int from, int positions) {
        moments.arg(from)
                .arg(spec.width())
                .arg(spec.baseStride())
                .arg(spec.rows())
                .arg(pass.instances())
                .arg(pass.nodes())
                .arg(base(pass.count()))
                .arg(moments(pass.count()))
                .run(positions, pass.count());
    }

    private void enqueueWorlds(Pass pass) {
        Law law = spec.interventions().value();
        worlds.arg(spec.worlds());
        common(worlds)
                .arg(spec.worldStride())
                .arg(spec.interventions().worlds() == Worlds.FRESH ? 1 : 0)
                .arg(spec.interventions().kind().shifts() ? 1 : 0)
                .arg(spec.interventions().kind().perRow() ? 1 : 0)
                .arg(law.kind().ordinal())
                .arg(law.first())
                .arg(law.second())
                .arg(pass.instances())
                .arg(pass.nodes())
                .arg(pass.targets())
                .arg(pass.causes())
                .arg(pass.numbers())
                .arg(handle(pass.functions()))
                .arg(moments(pass.count()))
                .arg(pass.first())
                .arg(room.philox())
                .arg(base(pass.count()))
                .arg(noise.of(Float.BYTES * room.columns() * pass.count()))
                .arg(worlds(pass.count()))
                .arg(touched(pass.count()))
                .arg(pass.flags())
                .run(spec.intervenedRows(), (long) pass.count() * spec.worlds());
    }
}
