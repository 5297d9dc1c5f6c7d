package io.millrace.pde;

import io.millrace.pde.volume.Muscl;

/** Burgers' equation by finite volumes, whose cells are around the points. */
final class VolumeSolver implements Solver {
    private final double width;
    private final int steps;
    private final double step;
    private final Muscl muscl;

    /** With so many steps from a frame to the next. */
    VolumeSolver(PdeSpec spec, int steps, Muscl muscl) {
        width = spec.length() / spec.points();
        this.steps = steps;
        step = spec.interval() / steps;
        this.muscl = muscl;
    }

    @Override
    public int trajectories() {
        return 1;
    }

    @Override
    public void set(int trajectory, double[] values) {
        muscl.equation(Equation.burgersDiffusion(values[0]), width, step);
    }

    @Override
    public void begin(double[] u) {
        muscl.begin(u);
    }

    @Override
    public void advance() {
        for (int s = 0; s < steps; s++) {
            muscl.step();
        }
    }

    @Override
    public void fields(double[] u) {
        muscl.fields(u);
    }
}
