package io.millrace.routing;

import io.millrace.batch.Rows;
import io.millrace.math.Exp;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/**
 * Kinds UCHOA_X (Uchoa et al. 2017, section 3.1) and XML100 (Queiroga et al. 2022): distinct points of the grid [0,1000]².
 *
 * <p>A clustered customer is found by rejection: lattice point k of one stream is accepted with probability
 * min(1, w(p)/w), if it is still free: w(p) = Σₛ e^{−d(p,s)/40} over the seed customers (X) or Σₛ 2^{−d(p,s)/40} (XML100), and w
 * the largest w(p) at a seed. Try k's numbers depend on k alone. In RANDOM_CLUSTERED the first ⌊n/2⌋ customers are the random
 * ones.
 *
 * <p>Class: reproducible. Scalar in every backend: each customer is accepted after a chain of tries that depends on the ones
 * before it, which leaves nothing for lanes to share.
 */
final class UchoaLaw implements CoordinateLaw {
    private static final int SIDE = 1001;
    private static final double REACH = 40;
    /** ln 2. */
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private final CvrpSpec spec;
    private final boolean xml;
    private final RandomStream classes;
    private final RandomStream candidate;
    private final RandomStream acceptance;
    private final int stride;
    private final float[] xy;
    /** One bit a lattice point; cleared point by point after each instance. */
    private final long[] taken = new long[(SIDE * SIDE + 63) / 64];

    private int at;
    private int tries;
    private int seeds;
    private int firstSeed;

    UchoaLaw(CvrpSpec spec, Philox philox, int chunk) {
        this.spec = spec;
        this.xml = spec.coordinates().kind() == Coordinates.Kind.XML100;
        this.classes = new RandomStream(philox);
        this.candidate = new RandomStream(philox);
        this.acceptance = new RandomStream(philox);
        this.stride = 2 * spec.nodes();
        this.xy = new float[stride * chunk + Rows.SLACK];
    }

    @Override
    public void place(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            at = number * stride;
            chunk[number].xy = xy;
            chunk[number].at = at;
            place(chunk[number]);
        }
    }

    private void place(Instance instance) {
        classes.at(instance.index, 0, Streams.CLASSES);
        candidate.at(instance.index, 0, Streams.CANDIDATE);
        acceptance.at(instance.index, 0, Streams.ACCEPTANCE);
        tries = 0;
        int placed = 0;
        if (spec.problem() == Problem.CVRP) {
            instance.classes[0] = pick(spec.depot(), Depot.ANY, 0);
            placeDepot(Depot.values()[instance.classes[0]]);
            placed = 1;
        }
        instance.classes[1] = pick(spec.placement(), Placement.ANY, 1);
        int random = switch (Placement.values()[instance.classes[1]]) {
            case RANDOM -> instance.customers;
            case CLUSTERED -> 0;
            default -> instance.customers / 2;
        };
        placed = scatter(placed, placed + random);
        attract(placed, instance.nodes);
        for (int i = 0; i < instance.nodes; i++) {
            int point = point(i);
            taken[point >>> 6] &= ~(1L << point);
        }
    }

    /** A class's ordinal: the spec's, or integer {@code k} of the class stream for one of those before ANY. */
    private <E extends Enum<E>> int pick(E asked, E any, int k) {
        return asked == any ? classes.below(k, any.ordinal()) : asked.ordinal();
    }

    private void placeDepot(Depot depot) {
        switch (depot) {
            case CENTRE -> put(0, 500, 500);
            case ECCENTRIC -> put(0, 0, 0);
            default -> scatter(0, 1);
        }
    }

    private int scatter(int from, int to) {
        int placed = from;
        while (placed < to) {
            int k = tries++;
            if (put(placed, candidate.below(2 * k, SIDE), candidate.below(2 * k + 1, SIDE))) {
                placed++;
            }
        }
        return placed;
    }

    private void attract(int from, int to) {
        int drawn = xml ? 2 + classes.below(4, 5) : 3 + classes.below(4, 6);
        seeds = Math.min(drawn, to - from);
        firstSeed = from;
        int placed = scatter(from, from + seeds);
        double largest = 0;
        for (int s = firstSeed; s < firstSeed + seeds; s++) {
            largest = Math.max(largest, attraction(xy[at + 2 * s], xy[at + 2 * s + 1]));
        }
        while (placed < to) {
            int k = tries++;
            int x = candidate.below(2 * k, SIDE);
            int y = candidate.below(2 * k + 1, SIDE);
            if (acceptance.uniformDouble(k) * largest < attraction(x, y) && put(placed, x, y)) {
                placed++;
            }
        }
    }

    private double attraction(double x, double y) {
        double rate = (xml ? LN2 : 1) / REACH;
        double sum = 0;
        for (int s = firstSeed; s < firstSeed + seeds; s++) {
            double dx = x - xy[at + 2 * s];
            double dy = y - xy[at + 2 * s + 1];
            sum += Exp.exp(-rate * Math.sqrt(dx * dx + dy * dy));
        }
        return sum;
    }

    private boolean put(int node, int x, int y) {
        xy[at + 2 * node] = x;
        xy[at + 2 * node + 1] = y;
        int point = point(node);
        boolean free = (taken[point >>> 6] & 1L << point) == 0;
        taken[point >>> 6] |= 1L << point;
        return free;
    }

    private int point(int node) {
        return (int) xy[at + 2 * node] * SIDE + (int) xy[at + 2 * node + 1];
    }
}
