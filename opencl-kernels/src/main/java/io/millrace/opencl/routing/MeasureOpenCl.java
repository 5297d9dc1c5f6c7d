package io.millrace.opencl.routing;

import io.millrace.opencl.device.Kernel;
import io.millrace.routing.CvrpSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What distances are measured by: {@code floats.cl}, or {@code plane.cl} or {@code sphere.cl} on {@code doubles.cl}. Base,
 * rounding and element type are constants of the program, so that nothing is chosen for each distance.
 */
final class MeasureOpenCl {
    private final CvrpSpec spec;

    MeasureOpenCl(CvrpSpec spec) {
        this.spec = spec;
    }

    /** A kernel of a file that stands on the measure's, with more constants of its own. */
    Kernel kernel(Room room, String name, String file, Map<String, Integer> more) {
        Map<String, Integer> constants = new HashMap<>(more);
        constants.put("MEASURE_BASE", spec.metric().base().ordinal());
        constants.put("MEASURE_ROUNDING", spec.effectiveRounding().ordinal());
        constants.put("MEASURE_TYPE", spec.distanceType().ordinal());
        List<String> files = spec.measuresInFloats()
                ? List.of("floats.cl", file)
                : List.of("doubles.cl", spec.metric().spherical() ? "sphere.cl" : "plane.cl", file);
        return room.kernel(name, constants, files);
    }

    /** Bytes of a {@code real}. */
    int bytes() {
        return spec.measuresInFloats() ? Float.BYTES : Double.BYTES;
    }

    /** Whether the field holds distances as they are compared. */
    boolean stored() {
        return spec.measuresInFloats() || spec.distanceType().bytes() == Double.BYTES;
    }

    /** Sets {@code real scale}. */
    Kernel scale(Kernel kernel) {
        return spec.measuresInFloats() ? kernel.arg((float) spec.effectiveScale()) : kernel.arg(spec.effectiveScale());
    }
}
