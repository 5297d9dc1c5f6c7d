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
    FORCE_IM
}
