package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Vorticity;
import io.millrace.pde.volume.Muscl;
import io.millrace.pde.volume.Sorption;

/** The reference kernels. */
final class PdeScalar implements PdeKernels {
    @Override
    public int width(PdeSpec spec) {
        return 1;
    }

    @Override
    public RealFft fft(int points) {
        return RealFft.scalar(points, 1);
    }

    @Override
    public Etdrk4 etd(int points, int trajectories, int power) {
        return Etdrk4.scalar(points, trajectories, power);
    }

    @Override
    public Muscl muscl(int cells) {
        return Muscl.scalar(cells);
    }

    @Override
    public Sorption sorption(int cells, int trajectories) {
        return Sorption.scalar(cells, trajectories);
    }

    @Override
    public Vorticity vorticity(int points, double length) {
        return Vorticity.scalar(points, length);
    }
}
