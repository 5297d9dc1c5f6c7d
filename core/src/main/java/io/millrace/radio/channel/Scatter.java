package io.millrace.radio.channel;

/** How a scattered path is made. */
public enum Scatter {
    /** N^{−½} Σ exp i(2πf_d t cos α_n + φ_n), α_n = 2πn/N + U(±π/N): E|h|⁴ = 2 − 1/N. */
    SINUSOIDS,
    /** White complex Gaussian noise through a filter of the gain √S(f), S(f) = 1/(πf_d√(1 − (f/f_d)²)). */
    GAUSSIAN
}
