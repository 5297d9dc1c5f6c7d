package io.millrace.opencl.pde;

/** What modes of a square turn by, in the order of {@link io.millrace.pde.spectral.Vorticity#waves}. */
enum WaveColumn {
    /** The real part of 1/κ̄. */
    VELOCITY_RE,
    /** The imaginary part. */
    VELOCITY_IM,
    /** The real part of −1/κ. */
    BACK_RE,
    /** The imaginary part. */
    BACK_IM,
    /** The real part of c/n⁴. */
    TURN_RE,
    /** The imaginary part. */
    TURN_IM,
    /** That of its conjugate. */
    TURN_BACK_IM
}
