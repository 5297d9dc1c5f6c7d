package io.millrace.natives.lal;

/**
 * A waveform model of the library at hand.
 *
 * @param name LAL's
 * @param value LAL's number for it, which differs between versions
 * @param frequencyDomain whether it is defined there
 * @param timeDomain whether it is defined there
 * @param spins which spins it takes
 */
public record LalApproximant(String name, int value, boolean frequencyDomain, boolean timeDomain, Spins spins) {
    /** Which spins a model takes, as LALSimulation numbers them. */
    public enum Spins {
        /** None. */
        NONE,
        /** One body's. */
        SINGLE,
        /** Along the orbital angular momentum. */
        ALIGNED,
        /** Any. */
        PRECESSING,
        /** The library does not say. */
        UNKNOWN;

        static Spins of(int value) {
            return value >= 0 && value < UNKNOWN.ordinal() ? values()[value] : UNKNOWN;
        }
    }
}
