package io.millrace.opencl.pde;

import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.pde.Equation;
import io.millrace.pde.PdeGenerator;
import io.millrace.pde.PdeSpec;
import io.millrace.spec.Settings;
import io.millrace.spec.Spec;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Solvers for devices with doubles. */
public final class PdeOpenCl implements OpenClWorkload {
    /** Those that the kernels are for. */
    private static final Set<Equation> EQUATIONS = EnumSet.of(
            Equation.ADVECTION,
            Equation.BURGERS,
            Equation.REACTION_DIFFUSION,
            Equation.ALLEN_CAHN,
            Equation.KURAMOTO_SIVASHINSKY,
            Equation.KORTEWEG_DE_VRIES,
            Equation.DIFFUSION_SORPTION);

    /** For {@link java.util.ServiceLoader}. */
    public PdeOpenCl() {}

    /** Whether there are kernels for an equation. */
    public static boolean solves(Equation equation) {
        return EQUATIONS.contains(equation);
    }

    @Override
    public String name() {
        return PdeSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        if (!device.fp64()) {
            return Optional.of("it has no doubles, in which everything is solved");
        }
        Equation equation = ((PdeSpec) spec).equation();
        return solves(equation)
                ? Optional.empty()
                : Optional.of("there are no kernels for equation " + Settings.kebab(equation));
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new PdeSteps((PdeGenerator) host, queue);
    }
}
