package io.millrace.radio.scene;

/** Loss by diffraction at a single knife edge, ITU-R P.526-15, equations 26 and 31. */
final class KnifeEdge {
    private KnifeEdge() {}

    /**
     * v = h·√(2(d₁ + d₂)/(λ d₁ d₂)).
     *
     * @param height m of the edge above the line of sight; negative below it
     * @param before m from the transmitter to the edge, more than 0
     * @param after m from the edge to the receiver, more than 0
     * @param wavelength m
     */
    static double parameter(double height, double before, double after, double wavelength) {
        return height * Math.sqrt(2 * (before + after) / (wavelength * before * after));
    }

    /** J(v) = 6.9 + 20 lg(√((v − 0.1)² + 1) + v − 0.1) dB for v &gt; −0.78, else 0. */
    static double loss(double v) {
        if (!(v > -0.78)) {
            return 0;
        }
        double w = v - 0.1;
        return Math.max(0, 6.9 + 20 * StrictMath.log10(Math.sqrt(w * w + 1) + w));
    }
}
