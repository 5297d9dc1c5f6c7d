package io.millrace.waveform.detector;

import io.millrace.math.Trig;
import java.util.Arrays;
import java.util.Optional;

/**
 * A laser interferometer on the ground, in the limit of long waves.
 *
 * <p>Vertices and unit vectors along the arms are those of LIGO-T980044, in the earth-fixed frame (x to longitude 0, z to the
 * north pole, WGS-84), to the digits that LAL publishes in {@code LALDetectors.h}. Response tensor: D = ½ (u⊗u − v⊗v), u along
 * the x arm, v along the y arm. LAL rounds D to single precision, so its patterns differ by up to 6·10⁻⁸.
 *
 * <p>Conventions: Anderson, Brady, Creighton and Flanagan, Phys. Rev. D 63, 042003 (2001), appendix B, those of LAL and bilby.
 * Class: reproducible.
 */
public enum Detector {
    /** LIGO Hanford, 4 km. */
    H1(
            new double[] {-2.16141492636e+06, -3.83469517889e+06, 4.60035022664e+06},
            new double[] {-0.22389266154, 0.79983062746, 0.55690487831},
            new double[] {-0.91397818574, 0.02609403989, -0.40492342125}),
    /** LIGO Livingston, 4 km. */
    L1(
            new double[] {-7.42760447238e+04, -5.49628371971e+06, 3.22425701744e+06},
            new double[] {-0.95457412153, -0.14158077340, -0.26218911324},
            new double[] {0.29774156894, -0.48791033647, -0.82054461286}),
    /** Virgo, 3 km. */
    V1(
            new double[] {4.54637409900e+06, 8.42989697626e+05, 4.37857696241e+06},
            new double[] {-0.70045821479, 0.20848948619, 0.68256166277},
            new double[] {-0.05379255368, -0.96908180549, 0.24080451708});

    /** The speed of light in m/s, exact. */
    private static final double LIGHT = 299792458;

    private final double[] vertex;
    private final double[] armX;
    private final double[] armY;

    Detector(double[] vertex, double[] armX, double[] armY) {
        this.vertex = vertex;
        this.armX = armX;
        this.armY = armY;
    }

    /** The detector of that name, such as {@code H1}. */
    public static Optional<Detector> named(String name) {
        return Arrays.stream(values())
                .filter(detector -> detector.name().equals(name))
                .findFirst();
    }

    /** A coordinate of the vertex, earth-fixed, in m; axis 0, 1, 2. */
    public double vertex(int axis) {
        return vertex[axis];
    }

    /** A component of the response tensor, earth-fixed; rows and columns 0, 1, 2. */
    public double response(int row, int column) {
        return 0.5 * (armX[row] * armX[column] - armY[row] * armY[column]);
    }

    /**
     * The antenna pattern: a wave h₊, h× gives the strain F₊ h₊ + F× h×.
     *
     * <p>With e and n the unit vectors to the east and to the north on the sky at the source, X = n sin ψ − e cos ψ and
     * Y = n cos ψ + e sin ψ: F₊ = D : (X⊗X − Y⊗Y), F× = D : (X⊗Y + Y⊗X), both in [−1, 1]. Error below 2·10⁻¹⁵.
     *
     * @param ra right ascension in rad
     * @param dec declination in rad
     * @param psi angle of the polarization in rad
     * @param gmst Greenwich mean sidereal time in rad
     * @param out gets F₊ and F×
     */
    public void antenna(double ra, double dec, double psi, double gmst, double[] out) {
        double longitude = ra - gmst;
        double sinLong = Trig.sin(longitude);
        double cosLong = Trig.cos(longitude);
        double sinDec = Trig.sin(dec);
        double cosDec = Trig.cos(dec);
        double sinPsi = Trig.sin(psi);
        double cosPsi = Trig.cos(psi);
        double eastU = armX[1] * cosLong - armX[0] * sinLong;
        double eastV = armY[1] * cosLong - armY[0] * sinLong;
        double northU = armX[2] * cosDec - sinDec * (armX[0] * cosLong + armX[1] * sinLong);
        double northV = armY[2] * cosDec - sinDec * (armY[0] * cosLong + armY[1] * sinLong);
        double ux = northU * sinPsi - eastU * cosPsi;
        double uy = northU * cosPsi + eastU * sinPsi;
        double vx = northV * sinPsi - eastV * cosPsi;
        double vy = northV * cosPsi + eastV * sinPsi;
        out[0] = 0.5 * ((ux * ux - uy * uy) - (vx * vx - vy * vy));
        out[1] = ux * uy - vx * vy;
    }

    /**
     * By how much later than at the centre of the earth a wave arrives here, in s: −n·r/c, n the unit vector to the source.
     * Within ±0.0213 s; error below 10⁻¹⁶ s.
     *
     * @param ra right ascension in rad
     * @param dec declination in rad
     * @param gmst Greenwich mean sidereal time in rad
     */
    public double delay(double ra, double dec, double gmst) {
        double longitude = ra - gmst;
        double across = vertex[0] * Trig.cos(longitude) + vertex[1] * Trig.sin(longitude);
        return -(Trig.cos(dec) * across + Trig.sin(dec) * vertex[2]) / LIGHT;
    }
}
