package io.millrace.opencl.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Output;
import io.millrace.causal.law.Law;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;

/** {@code linear.cl}: worlds in closed form, into tensors. */
final class LinearOpenCl {
    private final Room room;
    private final CausalSpec spec;
    private final Kernel totals;
    private final Kernel rows;
    private final Scratch effects;
    private final Scratch touched;

    LinearOpenCl(Room room) {
        this.room = room;
        spec = room.spec();
        totals = room.kernel("total_effects", "linear.cl");
        rows = room.kernel("linear_rows", "linear.cl");
        effects = room.queue().newScratch();
        touched = room.queue().newScratch();
    }

    /** Bytes of device memory that an instance takes. */
    long scratchBytes() {
        return (1L + Float.BYTES) * spec.worlds() * spec.width();
    }

    void enqueue(Pass pass, SampleOpenCl samples, DeviceBatch fields) {
        long places = (long) pass.count() * spec.worlds();
        Buffer effect = effects.of(Float.BYTES * places * spec.width());
        Buffer touches = touched.of(places * spec.width());
        totals.arg(spec.worlds())
                .arg(spec.width())
                .arg(pass.instances())
                .arg(pass.nodes())
                .arg(pass.targets())
                .arg(pass.causes())
                .arg(pass.numbers())
                .arg(effect)
                .arg(touches)
                .run(places);
        boolean intervened = spec.fields().contains(Output.INTERVENED);
        boolean delta = spec.fields().contains(Output.DELTA);
        Law law = spec.interventions().value();
        rows.arg(Divisor.of(spec.intervenedRows()))
                .arg(Divisor.of(spec.worlds()))
                .arg(spec.intervenedRows())
                .arg(spec.worlds())
                .arg(spec.width())
                .arg(spec.baseStride())
                .arg(spec.worldStride())
                .arg(spec.scaling().ordinal())
                .arg(spec.largest())
                .arg(spec.interventions().kind().shifts() ? 1 : 0)
                .arg(spec.interventions().kind().perRow() ? 1 : 0)
                .arg(law.kind().ordinal())
                .arg(law.first())
                .arg(law.second())
                .arg(pass.instances())
                .arg(pass.targets())
                .arg(effect)
                .arg(touches)
                .arg(samples.base(pass.count()))
                .arg(samples.moments(pass.count()))
                .arg(pass.first())
                .arg(room.philox())
                .arg(pass.flags())
                .arg(intervened ? 1 : 0)
                .arg(delta ? 1 : 0)
                .arg(intervened ? fields.buffer("intervened").handle() : 0)
                .arg(delta ? fields.buffer("delta").handle() : 0)
                .run(spec.width(), places * spec.intervenedRows());
    }
}
