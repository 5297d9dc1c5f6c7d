package io.millrace.pde;

import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Semilinear;
import java.util.Arrays;

/** By exponential time differencing, on the spec's points, or on some times as many, there from what the spec's grid holds of the initial conditions. */
final class SpectralSolver implements Solver {
    private final Equation equation;
    private final double length;
    private final int modes;
    private final Clock clock;
    private final int split;
    private final Etdrk4 etd;
    private final Semilinear[] equations;
    /** Values and steps that the numbers of each trajectory are made for: trajectories of the same share them. */
    private final double[][] made;

    private final double[] madeStep;

    /**
     * With so many steps from a frame to the next.
     *
     * @param etd of {@code split} times the spec's points, and of the equation's power
     */
    SpectralSolver(PdeSpec spec, int steps, int split, Etdrk4 etd) {
        equation = spec.equation();
        length = spec.length();
        modes = Etdrk4.modes(etd.points(), equation.power);
        this.split = split;
        clock = Clock.of(spec, Scheme.SPECTRAL, steps, 1);
        this.etd = etd;
        equations = new Semilinear[etd.trajectories()];
        made = new double[equations.length][];
        madeStep = new double[equations.length];
    }

    @Override
    public int trajectories() {
        return etd.trajectories();
    }

    @Override
    public int points() {
        return etd.points() / split;
    }

    @Override
    public void set(int trajectory, double[] values) {
        if (!Arrays.equals(made[trajectory], values)) {
            equations[trajectory] = equation.semilinear(modes, length, values);
            made[trajectory] = values.clone();
            madeStep[trajectory] = Double.NaN;
        }
    }

    @Override
    public void begin(double[] u) {
        clock.begin(this::step);
        etd.begin(u, split);
    }

    private void step(double step) {
        for (int b = 0; b < equations.length; b++) {
            if (madeStep[b] != step) {
                etd.equation(b, equations[b], step);
                madeStep[b] = step;
            }
        }
    }

    @Override
    public void advance() {
        clock.frame(this::step, etd::step);
    }

    @Override
    public void fields(double[] u) {
        etd.fields(u, split);
    }
}
