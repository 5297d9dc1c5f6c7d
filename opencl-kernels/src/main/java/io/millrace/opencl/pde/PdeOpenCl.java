package io.millrace.opencl.pde;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.pde.PdeGenerator;
import io.millrace.pde.PdeSpec;
import io.millrace.spec.Spec;
import java.util.Optional;

/** Solvers for devices with doubles. */
public final class PdeOpenCl implements OpenClWorkload {
    /** For {@link java.util.ServiceLoader}. */
    public PdeOpenCl() {}

    @Override
    public String name() {
        return PdeSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        return device.fp64() ? Optional.empty() : Optional.of("it has no doubles, in which everything is solved");
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new PdeSteps((PdeGenerator) host, queue);
    }
}
