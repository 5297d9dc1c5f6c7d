package io.millrace.opencl;

import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.opencl.device.Cl;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A workload's kernels for devices; found through {@link java.util.ServiceLoader}, by the workload's name. */
public interface OpenClWorkload {
    /** The workload's name. */
    String name();

    /** Why a device cannot compute this spec exactly, in one sentence; empty if it can. */
    Optional<String> refusal(Spec spec, Device device);

    /**
     * The steps for one worker.
     *
     * @param host the same instances by the scalar kernels, for whatever the host computes of them
     */
    Steps open(Generator host, Queue queue);

    /**
     * An offer of what is composed of other specs' instances, in the place of {@link #open}; empty where there are steps.
     *
     * @param parts offers other specs' instances on the same devices
     */
    default Optional<Offer> composed(Spec spec, long seed, Function<Spec, Offer> parts, Cl cl, List<Device> devices) {
        return Optional.empty();
    }
}
