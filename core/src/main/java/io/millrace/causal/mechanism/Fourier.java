package io.millrace.causal.mechanism;

import java.util.Arrays;

/**
 * A random function by Fourier features: Σ_m amplitude_m cos 2π(turns_m·x + phase_m). Feature m has K + 2 numbers, each {@link #count}
 * after the one before: amplitude, phase and turns per unit of each cause, both in turns.
 */
public final class Fourier {
    /** Features. */
    public int count;
    /** What a normal number is multiplied by to be an amplitude: c √(2/M). */
    public float amplitude;
    /** What one is multiplied by to be turns per unit: 1/2πℓ. */
    public float perUnit;
    /** The features' numbers, where they are drawn here. */
    public float[] numbers = {};

    Fourier() {}

    /** Room for so many numbers. */
    void reserve(int length) {
        if (numbers.length < length) {
            numbers = Arrays.copyOf(numbers, Math.max(length, 2 * numbers.length));
        }
    }
}
