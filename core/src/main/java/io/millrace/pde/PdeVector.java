package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.simd.Species;

/** The solvers over lanes: of trajectories where grids are short, of points and modes where they are long, for one trajectory alone stays in the first-level cache. */
final class PdeVector implements PdeKernels {
    /** Grids up to this are solved a lane a trajectory. */
    private static final int SHORT = 512;

    @Override
    public Solver one(PdeSpec spec, int steps) {
        return of(spec, steps, 1);
    }

    @Override
    public Solver many(PdeSpec spec, int steps) {
        return of(spec, steps, spec.points() <= SHORT ? 2 * Species.DOUBLE.length() : 1);
    }

    private static Solver of(PdeSpec spec, int steps, int trajectories) {
        return spec.equation() == Equation.ADVECTION
                ? new ShiftSolver(spec, RealFft.vector(spec.points(), 1))
                : new SpectralSolver(spec, steps, Etdrk4.vector(spec.points(), trajectories, spec.equation().power));
    }
}
