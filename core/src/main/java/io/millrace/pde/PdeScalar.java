package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;

/** The reference solvers. */
final class PdeScalar implements PdeKernels {
    @Override
    public Solver one(PdeSpec spec, int steps) {
        return spec.equation() == Equation.ADVECTION
                ? new ShiftSolver(spec, RealFft.scalar(spec.points(), 1))
                : new SpectralSolver(spec, steps, Etdrk4.scalar(spec.points(), 1, spec.equation().power));
    }

    @Override
    public Solver many(PdeSpec spec, int steps) {
        return one(spec, steps);
    }
}
