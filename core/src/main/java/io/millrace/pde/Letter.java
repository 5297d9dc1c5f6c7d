package io.millrace.pde;

/** The parameters of equations, by their letters. */
public enum Letter {
    /** ν: diffusion; of Burgers' equation that is ν/π, as PDEBench has it. */
    NU("0.01", 1e-6, 1e3, "diffusion; of burgers it is nu/pi"),
    /** β: speed. */
    BETA("0.1", -1e3, 1e3, "speed of advection"),
    /** ρ: rate of reaction. */
    RHO("1", 0, 1e3, "rate of reaction"),
    /** δ: its square is the dispersion. */
    DELTA("0.022", 1e-6, 1e3, "square root of the dispersion"),
    /** D: diffusion in the pores. */
    D("0.0005", 1e-9, 1e3, "effective diffusion of diffusion-sorption"),
    /** k: what sorbs, of {@link Equation#DIFFUSION_SORPTION}. */
    K("0.00035", 0, 1, "Freundlich's k of diffusion-sorption"),
    /** n: its exponent. */
    N("0.874", 0.1, 1, "Freundlich's exponent of diffusion-sorption"),
    /** F: amplitude of the force. */
    F("0.1", 0, 1e3, "amplitude of the force of navier-stokes");

    /** The value where nothing is said. */
    public final String byDefault;
    /** The least possible. */
    public final double least;
    /** The most. */
    public final double most;
    /** In a line. */
    public final String meaning;

    Letter(String byDefault, double least, double most, String meaning) {
        this.byDefault = byDefault;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }
}
