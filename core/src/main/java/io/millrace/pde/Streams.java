package io.millrace.pde;

/** The random streams; a number, once given, is never used for something else. */
final class Streams {
    /** Uniform double j: that of letter j of the equation. */
    static final int PARAMETERS = 0;
    /** Of PDEBench's conditions, doubles: n, A, φ of the first mode, of the second; whether the absolute value; the sign; whether a window, its ends. */
    static final int MODES = 1;
    /** Normal doubles 2(n − 1), 2(n − 1) + 1: a and b of mode n. */
    static final int FIELD = 2;

    private Streams() {}
}
