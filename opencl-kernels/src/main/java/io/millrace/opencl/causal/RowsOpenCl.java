package io.millrace.opencl.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Output;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;

/** {@code rows.cl}: samples into tensors. */
final class RowsOpenCl {
    private final CausalSpec spec;
    private final Kernel base;
    private final Kernel worlds;

    RowsOpenCl(Room room) {
        spec = room.spec();
        base = room.kernel("base_rows", "rows.cl");
        worlds = room.kernel("world_rows", "rows.cl");
    }

    void enqueue(Pass pass, SampleOpenCl samples, DeviceBatch fields) {
        if (spec.fields().contains(Output.BASE)) {
            base.arg(Divisor.of(spec.rows()))
                    .arg(spec.rows())
                    .arg(spec.width())
                    .arg(spec.baseStride())
                    .arg(spec.scaling().ordinal())
                    .arg(pass.instances())
                    .arg(samples.base(pass.count()))
                    .arg(samples.moments(pass.count()))
                    .arg(fields.buffer("base"))
                    .run(spec.width(), (long) pass.count() * spec.rows());
        }
        if (spec.worlds() > 0 && !spec.closedForm()) {
            boolean intervened = spec.fields().contains(Output.INTERVENED);
            boolean delta = spec.fields().contains(Output.DELTA);
            worlds.arg(Divisor.of(spec.intervenedRows()))
                    .arg(Divisor.of(spec.worlds()))
                    .arg(spec.intervenedRows())
                    .arg(spec.worlds())
                    .arg(spec.width())
                    .arg(spec.baseStride())
                    .arg(spec.worldStride())
                    .arg(spec.scaling().ordinal())
                    .arg(pass.instances())
                    .arg(samples.base(pass.count()))
                    .arg(samples.worlds(pass.count()))
                    .arg(samples.touched(pass.count()))
                    .arg(samples.moments(pass.count()))
                    .arg(intervened ? 1 : 0)
                    .arg(delta ? 1 : 0)
                    .arg(intervened ? fields.buffer("intervened").handle() : 0)
                    .arg(delta ? fields.buffer("delta").handle() : 0)
                    .run(spec.width(), (long) pass.count() * spec.worlds() * spec.intervenedRows());
        }
    }
}
