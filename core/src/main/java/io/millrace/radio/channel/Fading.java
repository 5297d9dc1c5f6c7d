package io.millrace.radio.channel;

/** How paths fade. E|h|² = 1 for each, before its power. */
public enum Fading {
    /** They do not: a constant of a uniform phase. */
    NONE,
    /** Scattered from all around (Clarke): E h(t)h*(t + τ) = J₀(2πf_d τ). The first path of TDL-D and TDL-E is steady too, as in RICIAN. */
    RAYLEIGH,
    /**
     * The first path has a steady part, h = √(K/(K + 1))·e^{2πi f_D t + iφ} + √(1/(K + 1))·scattered, f_D the shift of the direct path;
     * K is the profile's where it has one.
     */
    RICIAN
}
