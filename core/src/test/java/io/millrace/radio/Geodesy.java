package io.millrace.radio;

import io.millrace.radio.scene.Layout;
import io.millrace.radio.scene.Place;

/** Distances and bearings of a test's transmitters and receivers, by formulas that the scene does not use. */
final class Geodesy {
    static final double LIGHT = 299_792_458;
    private static final double RADIUS = 6_371_008.8;

    private Geodesy() {}

    static Place receiver(Signals made, int r) {
        return ((Layout.Fixed) made.spec().scene().layout()).places().get(r);
    }

    /** Of a point of the unit sphere. */
    private static double[] vector(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    /** Great circle by the chord, R·2·asin(|a − b|/2), and the difference of heights: m. */
    static double distance(double latitude, double longitude, double height, Place to) {
        double[] a = vector(latitude, longitude);
        double[] b = vector(to.latitude(), to.longitude());
        double chord = Math.sqrt(
                (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
        return Math.hypot(2 * RADIUS * Math.asin(chord / 2), to.height() - height);
    }

    static double distance(Signals made, int instance, Place to) {
        return distance(
                made.get("position", instance, 0),
                made.get("position", instance, 1),
                made.spec().scene().transmitterHeight(),
                to);
    }

    /** East and north components of the direction in which a great circle begins. */
    static double[] direction(double latitude, double longitude, Place to) {
        double[] b = vector(to.latitude(), to.longitude());
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double east = -Math.sin(lambda) * b[0] + Math.cos(lambda) * b[1];
        double north = -Math.sin(phi) * Math.cos(lambda) * b[0]
                - Math.sin(phi) * Math.sin(lambda) * b[1]
                + Math.cos(phi) * b[2];
        return new double[] {east / Math.hypot(east, north), north / Math.hypot(east, north)};
    }

    static double[] direction(Signals made, int instance, Place to) {
        return direction(made.get("position", instance, 0), made.get("position", instance, 1), to);
    }
}
