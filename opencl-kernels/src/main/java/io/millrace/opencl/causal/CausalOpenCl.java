package io.millrace.opencl.causal;

import io.millrace.causal.CausalGenerator;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.Scaling;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Causal models' kernels for devices. */
public final class CausalOpenCl implements OpenClWorkload {
    /** For {@link java.util.ServiceLoader}. */
    public CausalOpenCl() {}

    @Override
    public String name() {
        return CausalSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        List<String> keys = device.fp64() ? List.of() : inDoubles((CausalSpec) spec);
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of("it has no doubles, in which these keys are computed: " + String.join(", ", keys));
    }

    /** The keys whose values ask for double arithmetic. */
    private static List<String> inDoubles(CausalSpec spec) {
        List<String> keys = new ArrayList<>();
        if (spec.equations().has(Mechanism.POISSON)) {
            keys.add("mechanism");
        }
        if (spec.scaling() != Scaling.NONE) {
            keys.add("scaling");
        }
        return keys;
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new CausalSteps((CausalGenerator) host, queue);
    }
}
