package io.millrace.opencl.radio;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.radio.RadioGenerator;
import io.millrace.radio.RadioSpec;
import io.millrace.spec.Spec;
import java.util.Optional;

/** Radio's kernels for devices with doubles. */
public final class RadioOpenCl implements OpenClWorkload {
    /** For {@link java.util.ServiceLoader}. */
    public RadioOpenCl() {}

    @Override
    public String name() {
        return RadioSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        return device.fp64()
                ? Optional.empty()
                : Optional.of("it has no doubles, in which delays, converters and features are computed");
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new RadioSteps((RadioGenerator) host, queue);
    }
}
