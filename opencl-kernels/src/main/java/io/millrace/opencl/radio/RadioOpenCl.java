package io.millrace.opencl.radio;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.radio.Output;
import io.millrace.radio.RadioGenerator;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.signal.Family;
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
        if (((RadioSpec) spec).emission().modulations().stream().anyMatch(one -> one.family() == Family.OFDM)) {
            return Optional.of("there are no kernels for ofdm");
        }
        Output output = ((RadioSpec) spec).output();
        return output == Output.IQ
                ? Optional.empty()
                : Optional.of("there are no kernels for features; with output iq there are for all else");
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new RadioSteps((RadioGenerator) host, queue);
    }
}
