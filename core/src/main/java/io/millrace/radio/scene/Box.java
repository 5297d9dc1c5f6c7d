package io.millrace.radio.scene;

import io.millrace.math.Trig;
import java.util.List;

/** A rectangle of latitudes and longitudes, degrees. */
record Box(double south, double north, double west, double east) {
    /** Latitudes within which there is a margin of any width around a place. */
    static final double MOST_LATITUDE = 89;

    /** What the first {@code count} of places span. */
    static Box of(List<Place> places, int count) {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (int r = 0; r < count; r++) {
            Place place = places.get(r);
            south = Math.min(south, place.latitude());
            north = Math.max(north, place.latitude());
            west = Math.min(west, place.longitude());
            east = Math.max(east, place.longitude());
        }
        return new Box(south, north, west, east);
    }

    /** Around all places that a layout may have. */
    static Box of(Layout layout) {
        return switch (layout) {
            case Layout.Fixed fixed -> of(fixed.places(), fixed.most());
            case Layout.Drawn drawn -> of(List.of(drawn.centre()), 1).wider(drawn.reach());
        };
    }

    /** At height 0. */
    Place centre() {
        return new Place((south + north) / 2, (west + east) / 2, 0);
    }

    /** By so many metres on each side, those east and west on the latitude of the centre. */
    Box wider(double metres) {
        double high = metres / (Earth.RADIUS * Earth.RADIAN);
        double wide = high / centre().cosine();
        return new Box(south - high, north + high, west - wide, east + wide);
    }

    /** No two places are farther apart, m: √(Δφ² + cos²φ Δλ²)·R, φ the latitude nearest to the equator. */
    double extent() {
        double wide = (east - west) * widest();
        double high = north - south;
        return Earth.RADIUS * Earth.RADIAN * Math.sqrt(high * high + wide * wide);
    }

    /** The cosine of the latitude nearest to the equator. */
    double widest() {
        return Trig.cos(Math.clamp(0, south, north) * Earth.RADIAN);
    }

    /** Whether it holds no pole, and does not cross longitude 180. */
    boolean plain() {
        return south >= -MOST_LATITUDE && north <= MOST_LATITUDE && west >= -180 && east <= 180;
    }
}
