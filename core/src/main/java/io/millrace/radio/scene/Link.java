package io.millrace.radio.scene;

/**
 * One transmission's geometry and link budget: what a {@link SceneReader} draws. Arrays have an element a receiver, of which
 * {@link #count} are there.
 */
public final class Link {
    /** Receivers of this instance. */
    public int count;
    /** The receivers' latitudes in degrees. */
    public final double[] latitude;
    /** The receivers' longitudes in degrees. */
    public final double[] longitude;
    /** The receivers' heights above the reference in m. */
    public final double[] height;
    /** Slant distances in m. */
    public final double[] distance;
    /** East components of the unit vectors from the transmitter to the receivers. */
    public final double[] east;
    /** North components of the same. */
    public final double[] north;
    /** Received powers in dBm. */
    public final double[] power;
    /** Noise in dBm, in the bandwidth of the ratios. */
    public final double[] noise;
    /** power − noise, dB. */
    public final double[] snr;
    /** The transmitter's latitude in degrees. */
    public double transmitterLatitude;
    /** The transmitter's longitude in degrees. */
    public double transmitterLongitude;
    /** Dilution of precision over the receivers that hear; +∞ where they give no position. */
    public double gdop;
    /** Positions thrown away. */
    public int attempts;
    /** Of these, because too few receivers heard them. */
    public int rejectedSnr;
    /** Of these, because of their dilution of precision. */
    public int rejectedGdop;

    final boolean[] heard;

    /** For up to that many receivers. */
    public Link(int most) {
        latitude = new double[most];
        longitude = new double[most];
        height = new double[most];
        distance = new double[most];
        east = new double[most];
        north = new double[most];
        power = new double[most];
        noise = new double[most];
        snr = new double[most];
        heard = new boolean[most];
    }

    /** Whether a receiver's ratio lies in the scene's window. */
    public boolean heard(int receiver) {
        return heard[receiver];
    }

    /** The causes in words, for a message. */
    public String ledger() {
        return rejectedSnr + " heard by too few receivers (min-snr-db, max-snr-db, min-receivers), " + rejectedGdop
                + " above max-gdop";
    }
}
