package io.millrace.radio.scene;

import io.millrace.spec.Table;
import java.util.Optional;

/**
 * What obstructs the line of sight: a single knife edge (ITU-R P.526-15, section 4.1), the obstacle that reaches farthest into the
 * first Fresnel zone.
 */
public sealed interface Terrain {
    /** The numbers whose digest the setting holds, if any. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /** The ground's height above the reference at a place in m; −∞ where it is not known. */
    default double ground(Place place) {
        return Double.NEGATIVE_INFINITY;
    }

    /** How much higher the ground may be at one place than at another, m. */
    default double relief() {
        return 0;
    }

    /** Nothing. */
    record None() implements Terrain {
        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * An obstacle at a uniform point of the inner four fifths of the path.
     *
     * @param probability that there is one, 0 … 1
     * @param height m: its top is above the line of sight by up to that much, uniformly
     */
    record Blocking(double probability, double height) implements Terrain {
        @Override
        public String toString() {
            return "blocking";
        }
    }

    /**
     * Heights on a grid of latitudes and longitudes, bilinear in between; what lies beyond the grid obstructs nothing.
     *
     * @param map the heights
     */
    record Profile(HeightMap map) implements Terrain {
        @Override
        public double ground(Place place) {
            return map.at(place.latitude(), place.longitude());
        }

        @Override
        public double relief() {
            return map.relief();
        }

        @Override
        public Optional<Table> table() {
            return Optional.of(map.table());
        }

        @Override
        public String toString() {
            return map.table().digest();
        }
    }
}
