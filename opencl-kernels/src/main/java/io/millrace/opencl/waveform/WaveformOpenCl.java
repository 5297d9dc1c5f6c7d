package io.millrace.opencl.waveform;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import io.millrace.waveform.WaveformGenerator;
import io.millrace.waveform.WaveformSpec;
import java.util.Optional;

/** Waveforms' kernels for devices with doubles. */
public final class WaveformOpenCl implements OpenClWorkload {
    /** For {@link java.util.ServiceLoader}. */
    public WaveformOpenCl() {}

    @Override
    public String name() {
        return WaveformSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        return device.fp64()
                ? Optional.empty()
                : Optional.of("it has no doubles, and waveforms of either precision are computed in them");
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new WaveformSteps((WaveformGenerator) host, queue);
    }
}
