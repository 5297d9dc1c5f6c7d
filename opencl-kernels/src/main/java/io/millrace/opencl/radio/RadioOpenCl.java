package io.millrace.opencl.radio;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.radio.Output;
import io.millrace.radio.RadioGenerator;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.signal.Modulation;
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
        if (!device.fp64()) {
            return Optional.of("it has no doubles, in which delays and converters are computed");
        }
        RadioSpec radio = (RadioSpec) spec;
        if (radio.output() != Output.IQ) {
            return Optional.of("it has no kernels for features: allowed is output iq");
        }
        return radio.emission().modulations().contains(Modulation.OFDM)
                ? Optional.of("it has no kernels for modulation ofdm")
                : Optional.empty();
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new RadioSteps((RadioGenerator) host, queue);
    }
}
