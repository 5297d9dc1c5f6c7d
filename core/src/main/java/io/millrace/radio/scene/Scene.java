package io.millrace.radio.scene;

import io.millrace.spec.Decimal;
import io.millrace.spec.NumberRange;
import io.millrace.spec.SpecException;
import java.util.Optional;

/**
 * Receivers, transmitters and what lies between them.
 *
 * <p>Heights of receivers that are given are above the reference, or that of the ground where it is higher; those of transmitters and of
 * drawn receivers are above the ground. The ground is the terrain's, the reference where there is none.
 *
 * <p>Link budget in dB: P_rx = P_tx + gains − (32.4478 + 20 lg d_km + 20 lg f_MHz) − clutter − diffraction + shadowing.
 *
 * @param layout the receivers
 * @param area where transmitters are drawn, uniformly by area
 * @param margin m, of {@link Area#OUTSIDE} and {@link Area#ANYWHERE}
 * @param transmitterHeight m above the ground
 * @param earth how distances are measured; heights make them slant
 * @param carrier Hz
 * @param power of the transmitter in dBm
 * @param gain of both antennas together in dBi
 * @param clutter loss in dB
 * @param shadowing standard deviation of the log-normal shadowing in dB
 * @param terrain what obstructs a path
 * @param noiseFigure of the receivers in dB
 * @param temperature of the antenna in K
 * @param bandwidth of the channel in Hz
 * @param noiseBandwidth Hz, in which signal-to-noise ratios are meant; 0: the channel's
 * @param snr the asked ratio in dB, drawn for each receiver, which then sets the noise; empty: the link budget's
 * @param snrWindow dB: a receiver whose ratio lies in it hears the transmission
 * @param leastHeard a position that fewer receivers hear is rejected
 * @param maxGdop a position with a larger dilution of precision is rejected; empty: none is
 */
public record Scene(
        Layout layout,
        Area area,
        double margin,
        double transmitterHeight,
        Earth earth,
        double carrier,
        NumberRange power,
        double gain,
        double clutter,
        double shadowing,
        Terrain terrain,
        double noiseFigure,
        double temperature,
        double bandwidth,
        double noiseBandwidth,
        Optional<NumberRange> snr,
        NumberRange snrWindow,
        int leastHeard,
        Optional<Double> maxGdop) {
    /** Receivers that time differences need for a position in the plane. */
    public static final int LEAST_FOR_GDOP = 3;

    /** k, J/K (exact since 2019). */
    static final double BOLTZMANN = 1.380649e-23;

    /** c in m/s. */
    public static final double LIGHT = 299_792_458;

    /**
     * Checks that the components go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public Scene {
        if (maxGdop.isPresent() && layout.least() < LEAST_FOR_GDOP) {
            throw new SpecException("max-gdop is '" + Decimal.text(maxGdop.get()) + "' where there are "
                    + layout.least() + " receivers: allowed is none, or " + LEAST_FOR_GDOP + " receivers and more");
        }
        if (leastHeard > layout.least()) {
            throw new SpecException(
                    "min-receivers", leastHeard, "1 to " + layout.least() + ", the receivers there are");
        }
        if (area == Area.INSIDE && layout.least() < 2) {
            throw new SpecException("transmitters", "inside", "outside or anywhere, for one receiver spans no box");
        }
        if (area != Area.INSIDE && margin <= 0) {
            throw new SpecException(
                    "margin-km", Decimal.text(margin / 1000), "more than 0 with transmitters outside or anywhere");
        }
        snr.ifPresent(asked -> requireHeard(asked, snrWindow));
        requirePlain(layout, area == Area.INSIDE ? 0 : margin);
    }

    private static void requireHeard(NumberRange asked, NumberRange window) {
        if (asked.most() < window.least() || asked.least() > window.most()) {
            throw new SpecException("snr-db", asked, "a range that meets min-snr-db to max-snr-db, " + window);
        }
    }

    private static void requirePlain(Layout layout, double margin) {
        String allowed = "so little that all places lie between latitudes -89 and 89, longitudes -180 and 180";
        Box box = Box.of(layout);
        if (layout instanceof Layout.Fixed && box.east() - box.west() > 180) {
            throw new SpecException("receivers span " + Decimal.text(box.east() - box.west())
                    + " degrees of longitude: allowed are at most 180, and no box crosses longitude 180");
        }
        if (layout instanceof Layout.Drawn drawn && !box.plain()) {
            throw new SpecException("receiver-spread-km", Decimal.text(drawn.spread() / 1000), allowed);
        }
        if (margin > 0 && !box.wider(margin).plain()) {
            throw new SpecException("margin-km", Decimal.text(margin / 1000), allowed);
        }
    }

    /** Hz, in which signal-to-noise ratios are meant. */
    public double ratioBandwidth() {
        return noiseBandwidth == 0 ? bandwidth : noiseBandwidth;
    }

    /** N₀·B in dBm: thermal noise and the receiver's own in the bandwidth of the ratios. */
    public double noiseDbm() {
        return 10 * StrictMath.log10(BOLTZMANN * temperature * ratioBandwidth() * 1e3) + noiseFigure;
    }

    /** Metres that distances from one place to the receivers may differ by, at most, by triangles. */
    public double extent() {
        return layout.extent() + layout.rise() + terrain.relief();
    }

    /** A new reader, for one thread. */
    public SceneReader newReader(long seed) {
        return new SceneReader(this, seed);
    }
}
