package io.millrace.radio.signal;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.spec.SpecException;

/** How a {@link Modulation} is made, and what it asks of an {@link Emission}. */
interface Recipe {
    /** The envelope, for one thread. */
    Baseband open(Emission emission, SampleKernels kernels, Philox philox);

    /** The formula. */
    Family family();

    /** Numbers that the formula looks up, as bits; see the recipe. */
    default int[] table(Emission emission) {
        return new int[0];
    }

    /** How far from the carrier the spectrum reaches, in Hz. */
    default double reach(Emission emission) {
        return emission.bandwidth() / 2;
    }

    /** Where the spectrum begins, in Hz from the carrier. */
    default double lowest(Emission emission) {
        return -reach(emission);
    }

    /**
     * Refuses settings that do not go together.
     *
     * @param name of the modulation
     * @throws SpecException naming the key, its value and what is allowed
     */
    default void check(Emission emission, String name) {}
}
