package io.millrace.opencl.latent;

import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.latent.EncoderChoice;
import io.millrace.latent.Encoders;
import io.millrace.latent.LatentSpec;
import io.millrace.latent.LatentWorkload;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Cl;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The workload {@code latent} on devices: trajectories by this backend, encoded by {@link GridOpenCl}, with the bits of processors. */
public final class LatentOpenCl implements OpenClWorkload {
    /** For {@link java.util.ServiceLoader}. */
    public LatentOpenCl() {}

    @Override
    public String name() {
        return LatentSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        return ((LatentSpec) spec).encoder() instanceof EncoderChoice.Model model
                ? Optional.of(
                        "encoder is " + model.kind() + ", which has devices of its own: --backend opencl of millrace "
                                + "encode makes the trajectories alone")
                : Optional.empty();
    }

    @Override
    public Optional<Offer> composed(Spec spec, long seed, Function<Spec, Offer> parts, Cl cl, List<Device> devices) {
        Encoders encoders = new Encoders(tables -> new GridFramesOpenCl(tables, cl, devices));
        return Optional.of(LatentWorkload.offer((LatentSpec) spec, seed, "opencl", encoders, parts));
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        throw new IllegalStateException("latents are composed");
    }
}
