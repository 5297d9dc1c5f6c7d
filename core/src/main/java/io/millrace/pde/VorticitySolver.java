package io.millrace.pde;

import io.millrace.pde.spectral.Vorticity;

/** Vorticity on a square, by exponential time differencing, one trajectory at once, of the spec's points a side, or of some times as many, there from what the spec's grid holds of the initial conditions. */
final class VorticitySolver implements Solver {
    private final double length;
    private final Clock clock;
    private final int split;
    private final Vorticity vorticity;
    private double viscosity;
    private double force;

    /**
     * With so many steps from a frame to the next.
     *
     * @param vorticity of {@code split} times the spec's points
     */
    VorticitySolver(PdeSpec spec, int steps, int split, Vorticity vorticity) {
        length = spec.length();
        clock = Clock.of(spec, Scheme.SPECTRAL, steps, 1);
        this.split = split;
        this.vorticity = vorticity;
    }

    @Override
    public int trajectories() {
        return 1;
    }

    @Override
    public int points() {
        return vorticity.points() / split;
    }

    @Override
    public void set(int trajectory, double[] values) {
        viscosity = values[0];
        force = values[1];
    }

    @Override
    public void begin(double[] u) {
        clock.begin(this::step);
        vorticity.begin(u, split);
    }

    private void step(double step) {
        vorticity.equation(viscosity, force, length, step, split);
    }

    @Override
    public void advance() {
        clock.frame(this::step, vorticity::step);
    }

    @Override
    public void fields(double[] u) {
        vorticity.fields(u, split);
    }
}
