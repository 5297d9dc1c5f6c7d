package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Rows;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The fields {@code demand}, {@code capacity}, {@code route_length} and, through {@link BackhaulSplit}, the backhauls'.
 * Class: exact; capacities by route length and demands by class: reproducible.
 */
final class DemandPart implements Part {
    /** Mean share of large customers, in vehicles' loads (Uchoa et al. 2017, class SL). */
    private static final double LARGE_PER_ROUTE = 1.5;

    private static final int INTERVALS = RouteLength.ANY.ordinal() - RouteLength.R_3_5.ordinal();

    private final CvrpSpec spec;
    private final Draws draws;
    private final Rows rows;
    private final RandomStream stream;
    private final RandomStream classes;
    private final BackhaulSplit backhauls;
    private final boolean usesRouteLength;
    private final int blocks;
    private final int[] words;
    private final int[] values;
    private final int[] chosen;
    /** By customers, from the fewest on; 0 where it depends on the demands. */
    private final int[] capacities;

    private MemorySegment demand;
    private MemorySegment capacity;
    private MemorySegment routeLength;

    DemandPart(CvrpSpec spec, Philox philox, CvrpKernels kernels, int chunk) {
        this.spec = spec;
        this.draws = kernels.draws();
        this.rows = kernels.rows();
        this.stream = new RandomStream(philox);
        this.classes = new RandomStream(philox);
        this.backhauls = spec.backhauls() == Backhauls.NONE ? null : new BackhaulSplit(spec, philox, kernels.rows());
        this.usesRouteLength = spec.usesRouteLength();
        this.blocks = Draws.blocks(2 * spec.nodes());
        this.words = new int[4 * blocks * chunk + Draws.SLACK];
        this.values = new int[2 * blocks * chunk + Draws.SLACK];
        this.chosen = new int[spec.nodes()];
        this.capacities = IntStream.rangeClosed(
                        spec.customers().least(), spec.customers().most())
                .map(spec.capacity()::fixed)
                .toArray();
    }

    @Override
    public void bind(Batch batch) {
        demand = batch.tensor("demand");
        capacity = batch.tensor("capacity");
        if (usesRouteLength) {
            routeLength = batch.tensor("route_length");
        }
        if (backhauls != null) {
            backhauls.bind(batch);
        }
    }

    @Override
    public void make(Instance[] chunk, int count) {
        if (usesRouteLength) {
            drawRouteLengths(chunk, count);
        }
        boolean plain = spec.demand().plain();
        if (plain) {
            draws.words(chunk[0].index, count, 0, Streams.DEMAND, blocks, words);
            draws.integers(
                    words,
                    2 * blocks * count,
                    spec.demand().least(),
                    spec.demand().most() - spec.demand().least() + 1,
                    values);
        }
        for (int number = 0; number < count; number++) {
            Instance instance = chunk[number];
            instance.demand = values;
            instance.demandAt = 2 * blocks * number;
            values[instance.demandAt] = 0;
            instance.classes[2] = spec.demand().ordinal();
            if (!plain) {
                drawByClass(instance);
            }
            capacity.setAtIndex(Elements.I4, instance.row, capacity(instance));
        }
        store(chunk, count);
    }

    private void store(Instance[] chunk, int count) {
        int nodes = spec.nodes();
        for (int number = 0; number < count && spec.padded(); number++) {
            Instance instance = chunk[number];
            Arrays.fill(values, instance.demandAt + instance.nodes, instance.demandAt + nodes, 0);
        }
        for (int number = 0; number < count && backhauls != null; number++) {
            backhauls.split(chunk[number]);
        }
        rows.ints(values, 0, 2 * blocks, nodes, count, demand, (long) chunk[0].row * nodes);
    }

    private void drawRouteLengths(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            drawRouteLength(chunk[number]);
            routeLength.setAtIndex(Elements.F8, chunk[number].row, chunk[number].routeLength);
        }
    }

    private void drawRouteLength(Instance instance) {
        RouteLength law = spec.routeLength();
        if (law == RouteLength.ANY) {
            int interval = classes.at(instance.index, 0, Streams.CLASSES).below(3, INTERVALS);
            law = RouteLength.values()[RouteLength.R_3_5.ordinal() + interval];
        }
        instance.classes[3] = law.ordinal();
        stream.at(instance.index, 0, Streams.ROUTE_LENGTH);
        instance.routeLength = law == RouteLength.TRIANGULAR
                ? stream.triangular(0, law.least(), 6, law.most())
                : law.least() + (law.most() - law.least()) * stream.uniformDouble(0);
    }

    private void drawByClass(Instance instance) {
        Demand law = spec.demand();
        if (law == Demand.ANY) {
            int uchoa = Demand.ANY.ordinal() - Demand.UNIT.ordinal();
            law = Demand.values()[
                    Demand.UNIT.ordinal()
                            + classes.at(instance.index, 0, Streams.CLASSES).below(2, uchoa)];
        }
        instance.classes[2] = law.ordinal();
        stream.at(instance.index, 0, Streams.DEMAND);
        for (int i = 1; i < instance.nodes; i++) {
            values[instance.demandAt + i] = switch (law) {
                case QUADRANT -> (oddQuadrant(instance, i) ? 51 : 1) + stream.below(i, 50);
                case SMALL_LARGE -> 1 + stream.below(i, 10);
                default -> law.least() + stream.below(i, law.most() - law.least() + 1);
            };
        }
        if (law == Demand.SMALL_LARGE) {
            enlarge(instance);
        }
    }

    private boolean oddQuadrant(Instance instance, int node) {
        float centre = .5f * spec.coordinates().extent();
        boolean right = instance.xy[instance.at + 2 * node] >= centre;
        boolean upper = instance.xy[instance.at + 2 * node + 1] >= centre;
        return right == upper;
    }

    private void enlarge(Instance instance) {
        int large = (int) Math.min(instance.customers, LARGE_PER_ROUTE * instance.customers / instance.routeLength);
        stream.at(instance.index, 0, Streams.LARGE).choice(large, instance.customers, chosen);
        stream.at(instance.index, 0, Streams.DEMAND);
        for (int k = 0; k < large; k++) {
            int node = 1 + chosen[k];
            values[instance.demandAt + node] = 50 + stream.below(node, 51);
        }
    }

    private int capacity(Instance instance) {
        int fixed = capacities[instance.customers - spec.customers().least()];
        if (fixed > 0) {
            return fixed;
        }
        long sum = 0;
        int most = 0;
        for (int i = 1; i < instance.nodes; i++) {
            int q = values[instance.demandAt + i];
            sum += q;
            most = Math.max(most, q);
        }
        return Math.max(most, (int) Math.ceil(instance.routeLength * sum / instance.customers));
    }
}
