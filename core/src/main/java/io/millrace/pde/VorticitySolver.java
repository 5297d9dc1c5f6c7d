package io.millrace.pde;

import io.millrace.pde.spectral.Vorticity;

/** Vorticity on a square, by exponential time differencing, one trajectory at once. */
final class VorticitySolver implements Solver {
    private final double length;
    private final Clock clock;
    private final Vorticity vorticity;
    private double viscosity;
    private double force;

    /** With so many steps from a frame to the next. */
    VorticitySolver(PdeSpec spec, int steps, Vorticity vorticity) {
        length = spec.length();
        clock = Clock.of(spec, Scheme.SPECTRAL, steps, 1);
        this.vorticity = vorticity;
    }

    @Override
    public int trajectories() {
        return 1;
    }

    @Override
    public int points() {
        return vorticity.points();
    }

    @Override
    public void set(int trajectory, double[] values) {
        viscosity = values[0];
        force = values[1];
    }

    @Override
    public void begin(double[] u) {
        clock.begin(this::step);
        vorticity.begin(u);
    }

    private void step(double step) {
        vorticity.equation(viscosity, force, length, step);
    }

    @Override
    public void advance() {
        clock.frame(this::step, vorticity::step);
    }

    @Override
    public void fields(double[] u) {
        vorticity.fields(u);
    }
}
