package io.millrace.pde;

import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Semilinear;

/** By exponential time differencing; the steps of the first frame grow from part to part: see {@link Course#halvings}. */
final class SpectralSolver implements Solver {
    private final Equation equation;
    private final double length;
    private final int modes;
    private final int steps;
    private final int halvings;
    private final double interval;
    private final Etdrk4 etd;
    private final Semilinear[] equations;
    /** Of the first frame, the part to come; after it, halvings + 1. */
    private int part;

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
        halvings = spec.halvings(Scheme.SPECTRAL);
        interval = spec.interval();
        this.etd = etd;
        equations = new Semilinear[etd.trajectories()];
    }

    @Override
    public int trajectories() {
        return etd.trajectories();
    }

    @Override
    public int points() {
        return etd.points();
    }

    @Override
    public void set(int trajectory, double[] values) {
        equations[trajectory] = equation.semilinear(modes, length, values);
    }

    @Override
    public void begin(double[] u) {
        part = 0;
        step(Math.scalb(interval, -halvings));
        etd.begin(u);
    }

    private void step(double time) {
        for (int b = 0; b < equations.length; b++) {
            etd.equation(b, equations[b], time / steps);
        }
    }

    /** The first frame's parts are 2^−L, 2^−L, 2^(1−L), …, ½ of it. */
    @Override
    public void advance() {
        for (int last = Math.max(part, halvings); part <= last; part++) {
            if (part > 1 && part <= halvings + 1) {
                step(Math.scalb(interval, Math.min(0, part - 1 - halvings)));
            }
            for (int s = 0; s < steps; s++) {
                etd.step();
            }
        }
    }

    @Override
    public void fields(double[] u) {
        etd.fields(u);
    }
}
