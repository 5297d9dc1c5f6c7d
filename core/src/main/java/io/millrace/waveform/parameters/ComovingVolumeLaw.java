package io.millrace.waveform.parameters;

/**
 * A luminosity distance uniform in comoving volume: bilby's {@code UniformComovingVolume} in its default cosmology,
 * astropy's {@code Planck15} ({@link Cosmology}). As the volume is ∝ d_C³, d_C³ is uniform between its values at the bounds;
 * d_L(d_C) is a table. Relative error of a draw: below 1e-11 from 20 Mpc on, 1e-9 below.
 *
 * @param least a &gt; 0, in Mpc
 * @param most b &gt; a, up to {@value #MOST} Mpc
 */
public record ComovingVolumeLaw(double least, double most) implements Law.Inverted {
    static final String NAME = "uniform-comoving-volume";

    /** The largest distance in Mpc, at z = 78. */
    public static final double MOST = 1e6;

    /** Checks the order. */
    public ComovingVolumeLaw {
        Law.requireAscending(least, most);
        if (least <= 0 || most > MOST) {
            throw new IllegalArgumentException("no distance from " + least + " to " + most);
        }
    }

    private static double volume(double luminosity) {
        double comoving = Cosmology.COMOVING.at(luminosity);
        return comoving * comoving * comoving;
    }

    @Override
    public double quantile(double u) {
        double from = volume(least);
        double volume = Math.fma(u, volume(most) - from, from);
        return Cosmology.LUMINOSITY.at(StrictMath.cbrt(volume));
    }

    @Override
    public String text() {
        return PriorText.call(NAME, least, most);
    }
}
