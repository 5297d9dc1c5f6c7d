package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;

/** The grids of a generator: made when a worker first asks, shared by all. */
final class Grids {
    private final Domain domain;
    private Grid grid;
    private double[] weights;

    Grids(Domain domain) {
        this.domain = domain;
    }

    /** The grid with these weights, the same for every worker. */
    synchronized Grid of(double[] weights) {
        if (grid == null || this.weights != weights) {
            grid = new Grid(domain, weights);
            this.weights = weights;
        }
        return grid;
    }
}
