package io.millrace.waveform.parameters;

/**
 * Density ∝ x, which the chirp mass has where both masses are uniform: bilby's {@code UniformInComponentsChirpMass}.
 * x = √(a² + u·(b² − a²)).
 *
 * @param least a &gt; 0, in solar masses
 * @param most b &gt; a
 */
public record ChirpMassLaw(double least, double most) implements Law.Inverted {
    static final String NAME = "uniform-in-components-chirp-mass";

    /** Checks the order. */
    public ChirpMassLaw {
        Law.requireAscending(least, most);
        if (least <= 0) {
            throw new IllegalArgumentException("no chirp mass is " + least);
        }
    }

    @Override
    public double quantile(double u) {
        double square = least * least;
        return Math.sqrt(Math.fma(u, Math.fma(most, most, -square), square));
    }

    @Override
    public String text() {
        return PriorText.call(NAME, least, most);
    }
}
