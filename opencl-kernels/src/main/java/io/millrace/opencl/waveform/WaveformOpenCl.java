package io.millrace.opencl.waveform;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.spec.Spec;
import io.millrace.waveform.GridColumn;
import io.millrace.waveform.SignalColumn;
import io.millrace.waveform.WaveformGenerator;
import io.millrace.waveform.WaveformSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Waveforms' kernels for devices with doubles. */
public final class WaveformOpenCl implements OpenClWorkload {
    private static final Map<String, Integer> CONSTANTS = constants();

    /** For {@link java.util.ServiceLoader}. */
    public WaveformOpenCl() {}

    private static Map<String, Integer> constants() {
        Map<String, Integer> constants = new HashMap<>();
        for (SignalColumn column : SignalColumn.values()) {
            constants.put("SIGNAL_" + column.name(), column.at());
        }
        constants.put("SIGNAL_ANTENNA_WIDTH", SignalColumn.ANTENNA.width());
        constants.put("SIGNAL_ROW", SignalColumn.ROW);
        Source.define(constants, "GRID", GridColumn.values());
        return constants;
    }

    /** A file of this package on those that every kernel here needs. */
    static Source source(String file) {
        return Source.of(WaveformOpenCl.class, CONSTANTS, "phase.cl", "amplitude.cl", "polarizations.cl", file);
    }

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
