package io.millrace.pde;

import io.millrace.pde.volume.Muscl;

/** By finite volumes, whose cells are around the points, or some times as many: then fields are means of them. */
final class VolumeSolver implements Solver {
    private final double width;
    private final int steps;
    private final double step;
    private final Muscl muscl;
    private final int split;
    private final double[] cells;

    /**
     * With so many steps from a frame to the next.
     *
     * @param muscl of {@code split} times the spec's points
     */
    VolumeSolver(PdeSpec spec, int steps, int split, Muscl muscl) {
        width = spec.length() / (split * spec.points());
        this.steps = steps;
        step = spec.interval() / steps;
        this.muscl = muscl;
        this.split = split;
        cells = new double[split * spec.points()];
    }

    @Override
    public int points() {
        return cells.length;
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
        muscl.fields(cells);
        Means.of(cells, split, 1, u);
    }
}
