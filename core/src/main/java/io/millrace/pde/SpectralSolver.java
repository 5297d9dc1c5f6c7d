package io.millrace.pde;

import io.millrace.pde.spectral.Etdrk4;

/** By exponential time differencing. */
final class SpectralSolver implements Solver {
    private final Equation equation;
    private final double length;
    private final int modes;
    private final int steps;
    private final double step;
    private final Etdrk4 etd;

    /**
     * With so many steps from a frame to the next.
     *
     * @param etd of the spec's points and the equation's power
     */
    SpectralSolver(PdeSpec spec, int steps, Etdrk4 etd) {
        equation = spec.equation();
        length = spec.length();
        modes = Etdrk4.modes(spec.points(), equation.power);
        this.steps = steps;
        step = spec.interval() / steps;
        this.etd = etd;
    }

    @Override
    public int trajectories() {
        return etd.trajectories();
    }

    @Override
    public void set(int trajectory, double[] values) {
        etd.equation(trajectory, equation.semilinear(modes, length, values), step);
    }

    @Override
    public void begin(double[] u) {
        etd.begin(u);
    }

    @Override
    public void advance() {
        for (int s = 0; s < steps; s++) {
            etd.step();
        }
    }

    @Override
    public void fields(double[] u) {
        etd.fields(u);
    }
}
