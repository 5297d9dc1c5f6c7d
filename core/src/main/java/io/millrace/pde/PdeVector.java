package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Vorticity;
import io.millrace.pde.volume.Muscl;
import io.millrace.pde.volume.Sorption;
import io.millrace.simd.Species;

/** The kernels over lanes: of trajectories where grids are short, of points and modes where they are long, for one trajectory alone stays in the first-level cache. */
final class PdeVector implements PdeKernels {
    /** Grids up to this are solved a lane a trajectory: a step of 128 points then takes 0.8 of the time alone, of 256 points 1.5 times (measured, AVX-512). */
    private static final int SHORT = 128;

    @Override
    public int width(PdeSpec spec) {
        return switch (spec.equation()) {
            case ADVECTION, NAVIER_STOKES -> 1;
            // elimination goes from cell to cell: lanes are trajectories on any grid
            case DIFFUSION_SORPTION -> 2 * Species.DOUBLE.length();
            default -> spec.points() <= SHORT ? 2 * Species.DOUBLE.length() : 1;
        };
    }

    @Override
    public RealFft fft(int points) {
        return RealFft.vector(points, 1);
    }

    @Override
    public Etdrk4 etd(int points, int trajectories, int power) {
        return Etdrk4.vector(points, trajectories, power);
    }

    @Override
    public Muscl muscl(int cells) {
        return Muscl.vector(cells);
    }

    @Override
    public Sorption sorption(int cells, int trajectories) {
        return Sorption.vector(cells, trajectories);
    }

    @Override
    public Vorticity vorticity(int points, double length) {
        return Vorticity.vector(points, length);
    }
}
