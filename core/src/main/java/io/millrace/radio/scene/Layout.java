package io.millrace.radio.scene;

import io.millrace.spec.IntRange;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** Where the receivers stand. */
public sealed interface Layout {
    /** The most receivers of an instance, which is the extent of the fields. */
    int most();

    /** The least. */
    int least();

    /** No two receivers are farther apart, m. */
    double extent();

    /** How much higher one receiver may stand than another, over the same ground, m. */
    double rise();

    /**
     * The same places in every instance.
     *
     * @param name of the preset; empty for places of the user's own
     * @param places one or more
     */
    record Fixed(String name, List<Place> places) implements Layout {
        /** Copies the list. */
        public Fixed {
            places = List.copyOf(places);
        }

        @Override
        public int most() {
            return places.size();
        }

        @Override
        public int least() {
            return places.size();
        }

        @Override
        public double extent() {
            return Box.of(this).extent();
        }

        @Override
        public double rise() {
            DoubleSummaryStatistics heights =
                    places.stream().mapToDouble(Place::height).summaryStatistics();
            return heights.getMax() - heights.getMin();
        }

        @Override
        public String toString() {
            return name.isEmpty() ? places.stream().map(Place::toString).collect(Collectors.joining(", ")) : name;
        }
    }

    /**
     * Drawn for each instance around a centre.
     *
     * @param kind how
     * @param count how many, uniformly
     * @param centre around which, and their height
     * @param spread m: the disc's radius, or the distance of neighbours in the lattice
     */
    record Drawn(Kind kind, IntRange count, Place centre, double spread) implements Layout {
        @Override
        public int most() {
            return count.most();
        }

        @Override
        public int least() {
            return count.least();
        }

        /** The disc's diameter, which is wider on the side of the equator. */
        @Override
        public double extent() {
            return 2 * reach() * Box.of(this).widest() / centre.cosine();
        }

        @Override
        public double rise() {
            return 0;
        }

        /** How far from the centre they may be, m. */
        double reach() {
            int ring = 0;
            for (int first = 1; kind == Kind.HEXAGONAL && first < most(); first += 6 * ring) {
                ring++;
            }
            return spread * Math.max(1, ring);
        }

        @Override
        public String toString() {
            return kind == Kind.RANDOM ? "random" : "hexagonal";
        }
    }

    /** Laws of {@link Drawn} places. */
    enum Kind {
        /** Uniform in a disc. */
        RANDOM,
        /** The centre and the rings of a triangular lattice around it, turned by a uniform angle. */
        HEXAGONAL
    }
}
