package io.millrace.causal.mechanism;

import java.util.Arrays;

/**
 * A random function by Fourier features: Σ_m amplitude_m cos 2π(turns_m·x + phase_m). Feature m has K + 2 numbers: amplitude, phase and turns
 * per unit of each cause, both in turns.
 */
public final class Fourier {
    /** Features. */
    public int count;
    /** Their numbers. */
    public float[] numbers = {};

    Fourier() {}

    /** Room for that many features of so many causes. */
    void resize(int count, int causes) {
        this.count = count;
        if (numbers.length < count * (causes + 2)) {
            numbers = Arrays.copyOf(numbers, Math.max(count * (causes + 2), 2 * numbers.length));
        }
    }
}
