package io.millrace.pde;

import io.millrace.pde.volume.Sorption;

/** Diffusion and sorption, by implicit finite volumes, or some times as many: then fields are means of them. */
final class SorptionSolver implements Solver {
    /** (1 − φ)ρ/φ of porosity φ = 0.29 and density ρ = 2880 (Takamoto et al., NeurIPS 2022). */
    private static final double SOLID = 0.71 / 0.29 * 2880;

    private final Clock clock;
    private final int split;
    private final double width;
    private final Sorption sorption;
    private final double[] cells;

    /**
     * With so many steps from a frame to the next.
     *
     * @param sorption of {@code split} times the spec's points
     */
    SorptionSolver(PdeSpec spec, int steps, int split, Sorption sorption) {
        clock = Clock.of(spec, Scheme.FINITE_VOLUME, steps, split);
        this.split = split;
        this.sorption = sorption;
        width = spec.length() / (split * spec.points());
        cells = new double[split * spec.points() * sorption.trajectories()];
    }

    @Override
    public int trajectories() {
        return sorption.trajectories();
    }

    @Override
    public int points() {
        return cells.length / sorption.trajectories();
    }

    @Override
    public void set(int trajectory, double[] values) {
        sorption.equation(trajectory, values[0], values[1] * SOLID, values[2], width);
    }

    @Override
    public void begin(double[] u) {
        clock.begin(sorption::length);
        sorption.begin(u);
    }

    @Override
    public void advance() {
        clock.frame(sorption::length, sorption::step);
    }

    @Override
    public void fields(double[] u) {
        sorption.fields(cells);
        Means.of(cells, split, sorption.trajectories(), u);
    }
}
