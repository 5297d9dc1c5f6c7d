package io.millrace.waveform.parameters;

import io.millrace.random.RandomStream;

/**
 * χ = a·z with a ~ U(0, a_max), uniform double 0, and z ~ U(−1, 1), uniform double 1: bilby's {@code AlignedSpin}, the
 * component along the orbital angular momentum of an isotropic spin (arXiv:1805.10457, A7). Density
 * −ln(|χ|/a_max)/(2·a_max).
 *
 * @param most a_max, &gt; 0 and at most 1
 */
public record AlignedSpin(double most) implements Law {
    static final String NAME = "aligned-spin";

    /** Checks the bound. */
    public AlignedSpin {
        if (!(most > 0 && most <= 1)) {
            throw new IllegalArgumentException("no spin reaches " + most);
        }
    }

    @Override
    public double least() {
        return -most;
    }

    @Override
    public double draw(RandomStream stream) {
        return most * stream.uniformDouble(0) * Math.fma(2, stream.uniformDouble(1), -1);
    }

    @Override
    public String text() {
        return PriorText.call(NAME, most);
    }
}
