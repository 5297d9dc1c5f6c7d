package io.millrace.waveform.parameters;

/** LAL's constants, literally: others differ by 1.6e-8, which a waveform of 10⁵ radians does not forgive. */
public final class Units {
    /** The solar mass as a time, GM☉/c³, in s. */
    public static final double SUN_SECONDS = 4.9254909476412666e-06;
    /** The solar mass as a length, GM☉/c², in m. */
    public static final double SUN_METRES = 1476.6250380501247;
    /** The solar mass in kg: a nominal GM☉ divided by a nominal G. */
    public static final double SUN_KILOGRAMS = 1.9884098706980507e30;
    /** One megaparsec in m. */
    public static final double MEGAPARSEC = 30856775814913672e6;
    /** Euler's constant γ. */
    public static final double EULER = 0.57721566490153287;

    private Units() {}
}
