package io.millrace.radio.scene;

import io.millrace.math.InverseTrig;
import io.millrace.math.Trig;

/**
 * How distances and bearings follow from latitudes and longitudes on WGS-84, which are read as angles on a sphere of radius
 * {@value #RADIUS} m. Class: reproducible.
 */
public enum Earth {
    /** Great circles: d = 2R·asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)); bearings are the initial ones. */
    HAVERSINE {
        @Override
        void measure(Place from, Place to, Place centre, Leg out) {
            double half = Trig.sin((to.latitude() - from.latitude()) * RADIAN / 2);
            double side = Trig.sin((to.longitude() - from.longitude()) * RADIAN / 2);
            double cosines = from.cosine() * to.cosine();
            double h = half * half + cosines * (side * side);
            out.ground = 2 * RADIUS * InverseTrig.asin(Math.min(1, Math.sqrt(h)));
            double turn = (to.longitude() - from.longitude()) * RADIAN;
            double east = Trig.sin(turn) * to.cosine();
            double north = from.cosine() * to.sine() - from.sine() * to.cosine() * Trig.cos(turn);
            out.direct(east, north);
        }
    },

    /** The plane that touches at the receivers' centre (φ₀, λ₀): east = R cos φ₀ Δλ, north = R Δφ. */
    PLANE {
        @Override
        void measure(Place from, Place to, Place centre, Leg out) {
            double east = RADIUS * centre.cosine() * ((to.longitude() - from.longitude()) * RADIAN);
            double north = RADIUS * ((to.latitude() - from.latitude()) * RADIAN);
            out.ground = Math.sqrt(east * east + north * north);
            out.direct(east, north);
        }
    };

    /** The mean radius in m. */
    public static final double RADIUS = 6_371_008.8;

    /** Radians of a degree. */
    static final double RADIAN = Math.PI / 180;

    /** One way from a place to another. */
    static final class Leg {
        /** Metres over ground. */
        double ground;
        /** Of the unit vector of the direction at the beginning. */
        double east;

        double north;

        /** East where there is no direction. */
        void direct(double x, double y) {
            double length = Math.sqrt(x * x + y * y);
            east = length > 0 ? x / length : 1;
            north = length > 0 ? y / length : 0;
        }
    }

    /** Distance over ground and direction at {@code from}. */
    abstract void measure(Place from, Place to, Place centre, Leg out);
}
