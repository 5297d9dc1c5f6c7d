package io.millrace.opencl.pde;

/** What steps of a mode take, in the order of {@link io.millrace.pde.spectral.Etdrk4#numbers}. */
enum StepColumn {
    /** e. */
    E,
    /** half. */
    HALF,
    /** q. */
    Q,
    /** f₁. */
    F1,
    /** f₂. */
    F2,
    /** f₃. */
    F3,
    /** The real part of G. */
    FORCE_RE,
    /** The imaginary part. */
    FORCE_IM,
    /** Where L is complex, the imaginary part of e. */
    E_IM,
    /** Of half. */
    HALF_IM,
    /** Of q. */
    Q_IM,
    /** Of f₁. */
    F1_IM,
    /** Of f₂. */
    F2_IM,
    /** Of f₃. */
    F3_IM;

    /** How many there are. */
    static int count(boolean complex) {
        return complex ? values().length : E_IM.ordinal();
    }
}
