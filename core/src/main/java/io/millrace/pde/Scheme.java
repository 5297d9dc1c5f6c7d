package io.millrace.pde;

/** How it is solved. */
public enum Scheme {
    /** Spectral, but of Burgers' equation by finite volumes where the grid does not resolve shocks: κ below max|u|·Δx. */
    AUTO,
    /** Exponential time differencing in Fourier space; advection exactly. */
    SPECTRAL,
    /** Finite volumes: of Burgers' equation. */
    FINITE_VOLUME
}
