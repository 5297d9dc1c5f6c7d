package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Vorticity;
import io.millrace.pde.volume.Muscl;
import io.millrace.pde.volume.Sorption;

/** What a backend solves with. */
interface PdeKernels {
    /** Trajectories that are solved at once. */
    int width(PdeSpec spec);

    /** Transforms of one signal. */
    RealFft fft(int points);

    /** Steps in Fourier space of so many trajectories. */
    Etdrk4 etd(int points, int trajectories, int power);

    /** Steps in Fourier space on a square. */
    Vorticity vorticity(int points, double length);

    /** Steps of cells between walls, of so many trajectories. */
    Sorption sorption(int cells, int trajectories);

    /** Steps of cells. */
    Muscl muscl(int cells);

    /**
     * The solver of a scheme, of one trajectory or of as many at once as suit, with {@code finer} times the points, and no fewer times the steps that a frame has.
     */
    default Solver solver(PdeSpec spec, Scheme scheme, boolean alone, int finer) {
        int steps = spec.stepsOfFrame(scheme, finer);
        int trajectories = alone ? 1 : width(spec);
        if (spec.equation() == Equation.DIFFUSION_SORPTION) {
            return new SorptionSolver(spec, steps, finer, sorption(finer * spec.points(), trajectories));
        }
        if (spec.equation() == Equation.NAVIER_STOKES) {
            return new VorticitySolver(spec, steps, finer, vorticity(finer * spec.points(), spec.length()));
        }
        if (scheme == Scheme.FINITE_VOLUME) {
            return new VolumeSolver(spec, steps, finer, muscl(finer * spec.points()));
        }
        if (spec.equation() == Equation.ADVECTION) {
            return new ShiftSolver(spec, fft(spec.points()));
        }
        return new SpectralSolver(spec, steps, finer, etd(finer * spec.points(), trajectories, spec.equation().power));
    }
}
