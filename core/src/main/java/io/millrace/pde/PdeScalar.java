package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.volume.Muscl;

/** The reference kernels. */
final class PdeScalar implements PdeKernels {
    @Override
    public int width(int points) {
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
}
