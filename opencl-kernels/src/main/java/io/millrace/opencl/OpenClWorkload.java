package io.millrace.opencl;

import io.millrace.generator.Generator;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.util.Optional;

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
}
