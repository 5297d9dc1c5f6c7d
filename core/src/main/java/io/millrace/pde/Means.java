package io.millrace.pde;

/** Cells of a grid as means of those of a finer one. Class: reproducible. */
final class Means {
    private Means() {}

    /** Of each {@code split} cells, number j of trajectory b standing at {@code j·trajectories + b}. */
    static void of(double[] cells, int split, int trajectories, double[] to) {
        for (int j = 0; j < cells.length / trajectories / split; j++) {
            for (int b = 0; b < trajectories; b++) {
                double sum = 0;
                for (int part = 0; part < split; part++) {
                    sum += cells[(j * split + part) * trajectories + b];
                }
                to[j * trajectories + b] = sum / split;
            }
        }
    }
}
