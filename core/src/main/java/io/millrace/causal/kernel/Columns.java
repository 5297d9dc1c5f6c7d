package io.millrace.causal.kernel;

/** How columns lie in arrays. */
public final class Columns {
    /** Rows are computed in whole steps of this many, of which no vector has more lanes: those beyond the last are of no instance. */
    public static final int STEP = 16;

    private Columns() {}

    /** Floats from a column to the next. */
    public static int stride(int rows) {
        return Math.ceilDiv(rows, STEP) * STEP;
    }
}
