package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Rows;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The fields {@code time_windows}, {@code service_time}, {@code open_route}, {@code distance_limit} and {@code classes}.
 *
 * <p>Class: reproducible. Scalar in every backend: a few operations a node beside the square roots of a distance matrix.
 */
final class ConstraintPart implements Part {
    private static final double LI21_SERVICE = .2;

    private final CvrpSpec spec;
    private final Rows rows;
    private final RandomStream stream;
    private final Presence presence;
    private final float[] windows;
    private final float[] service;
    private MemorySegment timeWindows;
    private MemorySegment serviceTime;
    private MemorySegment open;
    private MemorySegment limit;
    private MemorySegment classes;

    ConstraintPart(CvrpSpec spec, Philox philox, CvrpKernels kernels) {
        this.spec = spec;
        this.rows = kernels.rows();
        this.stream = new RandomStream(philox);
        this.presence = new Presence(spec, philox);
        this.windows = new float[2 * spec.nodes() + Rows.SLACK];
        this.service = new float[spec.nodes() + Rows.SLACK];
    }

    /** Whether a spec asks for any of these fields. */
    static boolean needed(CvrpSpec spec) {
        return spec.timeWindows() != TimeWindows.NONE
                || spec.openRoutes()
                || spec.distanceLimit().kind() != DistanceLimit.Kind.NONE
                || spec.coordinates().grid();
    }

    @Override
    public void bind(Batch batch) {
        if (spec.timeWindows() != TimeWindows.NONE) {
            timeWindows = batch.tensor("time_windows");
            serviceTime = batch.tensor("service_time");
        }
        if (spec.openRoutes()) {
            open = batch.tensor("open_route");
        }
        if (spec.distanceLimit().kind() != DistanceLimit.Kind.NONE) {
            limit = batch.tensor("distance_limit");
        }
        if (spec.coordinates().grid()) {
            classes = batch.tensor("classes");
        }
    }

    @Override
    public void make(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            make(chunk[number]);
        }
    }

    private void make(Instance instance) {
        if (timeWindows != null) {
            makeWindows(instance);
        }
        if (open != null) {
            boolean present = presence.of(instance, Presence.OPEN_ROUTES);
            open.set(Elements.U1, instance.row, (byte) (present ? 1 : 0));
        }
        if (limit != null) {
            boolean present = presence.of(instance, Presence.LIMIT);
            limit.setAtIndex(Elements.F4, instance.row, present ? distanceLimit(instance) : Float.POSITIVE_INFINITY);
        }
        if (classes != null) {
            for (int k = 0; k < instance.classes.length; k++) {
                classes.setAtIndex(Elements.I4, (long) instance.row * instance.classes.length + k, instance.classes[k]);
            }
        }
    }

    private void makeWindows(Instance instance) {
        int nodes = spec.nodes();
        Arrays.fill(windows, 0, 2 * nodes, 0f);
        Arrays.fill(service, 0, nodes, 0f);
        if (presence.of(instance, Presence.TIME_WINDOWS)) {
            stream.at(instance.index, 0, Streams.WINDOWS);
            double horizon = spec.timeWindows().horizon();
            windows[1] = (float) horizon;
            for (int i = 1; i < instance.nodes; i++) {
                double distance = instance.fromDepot(i);
                if (spec.timeWindows() == TimeWindows.LIU24) {
                    liu24(i, distance, horizon);
                } else {
                    li21(i, distance, horizon);
                }
            }
        } else {
            for (int i = 0; i < instance.nodes; i++) {
                windows[2 * i + 1] = Float.POSITIVE_INFINITY;
            }
        }
        rows.floats(windows, 0, 2 * nodes, timeWindows, 2L * instance.row * nodes);
        rows.floats(service, 0, nodes, serviceTime, (long) instance.row * nodes);
    }

    private void liu24(int node, double distance, double horizon) {
        double duration = .15 + .03 * stream.uniformDouble(3 * node);
        double length = .18 + .02 * stream.uniformDouble(3 * node + 1);
        double start = distance + (horizon - duration - length - 2 * distance) * stream.uniformDouble(3 * node + 2);
        service[node] = (float) duration;
        windows[2 * node] = (float) start;
        windows[2 * node + 1] = (float) (start + length);
    }

    private void li21(int node, double distance, double horizon) {
        double least = LI21_SERVICE / 2;
        double half = least + (horizon / 3 - least) * stream.uniformDouble(3 * node + 1);
        double centre = distance + (horizon - LI21_SERVICE - 2 * distance) * stream.uniformDouble(3 * node + 2);
        service[node] = (float) LI21_SERVICE;
        windows[2 * node] = (float) Math.max(0, centre - half);
        windows[2 * node + 1] = (float) Math.min(horizon, centre + half);
    }

    private float distanceLimit(Instance instance) {
        if (spec.distanceLimit().kind() == DistanceLimit.Kind.GIVEN) {
            return (float) spec.distanceLimit().given();
        }
        double farthest = 0;
        for (int i = 1; i < instance.nodes; i++) {
            farthest = Math.max(farthest, instance.fromDepot(i));
        }
        double least = 2 * farthest;
        double most = Math.max(2.8, least);
        return (float) (least
                + (most - least) * stream.at(instance.index, 0, Streams.LIMIT).uniformDouble(0));
    }
}
