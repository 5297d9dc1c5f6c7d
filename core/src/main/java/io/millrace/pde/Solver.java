package io.millrace.pde;

/** Solves some trajectories at once, number j of trajectory b standing at {@code j·trajectories + b}. One thread's. */
interface Solver {
    /** How many at once. */
    int trajectories();

    /** Points of the grid that it begins on. */
    int points();

    /** Gives a trajectory the values of its equation's letters. */
    void set(int trajectory, double[] values);

    /** Begins with these fields: of them what the solver can represent. */
    void begin(double[] u);

    /** On to the next frame. */
    void advance();

    /** The fields now, on the spec's grid. */
    void fields(double[] u);
}
