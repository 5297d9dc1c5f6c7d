package io.millrace.opencl.routing;

import io.millrace.opencl.device.Kernel;
import io.millrace.routing.CvrpSpec;
import java.util.ArrayList;
import java.util.List;

/** What distances are measured by: {@code floats.cl}, or {@code plane.cl} or {@code sphere.cl} on {@code doubles.cl}. */
final class MeasureOpenCl {
    private final CvrpSpec spec;

    MeasureOpenCl(CvrpSpec spec) {
        this.spec = spec;
    }

    /** The measure's files before a kernel's. */
    String[] before(String file) {
        List<String> files = new ArrayList<>();
        if (spec.measuresInFloats()) {
            files.add("floats.cl");
        } else {
            files.add("doubles.cl");
            files.add(spec.metric().spherical() ? "sphere.cl" : "plane.cl");
        }
        files.add(file);
        return files.toArray(String[]::new);
    }

    /** Bytes of a {@code real}. */
    int bytes() {
        return spec.measuresInFloats() ? Float.BYTES : Double.BYTES;
    }

    /** Whether the field holds distances as they are compared. */
    boolean stored() {
        return spec.measuresInFloats() || spec.distanceType().bytes() == Double.BYTES;
    }

    /** Sets {@code int base, int rounding, real scale, int type}. */
    Kernel args(Kernel kernel) {
        kernel.arg(spec.metric().base().ordinal()).arg(spec.effectiveRounding().ordinal());
        if (spec.measuresInFloats()) {
            kernel.arg((float) spec.effectiveScale());
        } else {
            kernel.arg(spec.effectiveScale());
        }
        return kernel.arg(spec.distanceType().ordinal());
    }
}
