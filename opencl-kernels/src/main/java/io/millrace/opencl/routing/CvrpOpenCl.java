package io.millrace.opencl.routing;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Streams;
import io.millrace.spec.Spec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Routing's kernels for devices. */
public final class CvrpOpenCl implements OpenClWorkload {
    private static final Map<String, Integer> CONSTANTS = constants();

    /** For {@link java.util.ServiceLoader}. */
    public CvrpOpenCl() {}

    private static Map<String, Integer> constants() {
        Map<String, Integer> constants = new HashMap<>();
        constants.put("STREAM_COORDINATES", Streams.COORDINATES);
        constants.put("STREAM_DEMAND", Streams.DEMAND);
        return constants;
    }

    /** A file of this package. */
    static Source source(String file) {
        return Source.of(CvrpOpenCl.class, CONSTANTS, file);
    }

    @Override
    public String name() {
        return CvrpSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        return Optional.empty();
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new CvrpSteps((CvrpSpec) host.spec(), host.seed(), queue);
    }
}
