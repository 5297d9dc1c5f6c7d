package io.millrace.routing;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Routing instances of one spec and seed.
 *
 * <p>Fields, N = n + 1 rows for CVRP (the depot in row 0), N = n for TSP and ATSP; optional ones only where the spec asks:
 *
 * <table class="striped">
 * <caption>fields</caption>
 * <tr><th>{@code coords}</th><td>f4 (N, 2)</td><td>x, y in [0,1], on the grid [0,1000] for uchoa-x and xml100</td></tr>
 * <tr><th>{@code demand}</th><td>i4 (N)</td><td>of linehaul customers; 0 at the depot</td></tr>
 * <tr><th>{@code capacity}</th><td>i4</td><td>of each vehicle</td></tr>
 * <tr><th>{@code distance}</th><td>f4, f8 or i4 (N, N), (N(N−1)/2) or (N, k)</td><td>full, upper triangle, nearest</td></tr>
 * <tr><th>{@code neighbours}</th><td>i4 (N, k)</td><td>nearest: the other node; −1 in padded rows</td></tr>
 * <tr><th>{@code customers}, {@code mask}</th><td>i4, u1 (N)</td><td>drawn sizes: how many; 1 for rows in use</td></tr>
 * <tr><th>{@code coords_x8}</th><td>f4 (8, N, 2)</td><td>augmentation 8: POMO's symmetries, in POMO's order</td></tr>
 * <tr><th>{@code route_length}</th><td>f8</td><td>r, where the capacity or the demands use it</td></tr>
 * <tr><th>{@code classes}</th><td>i4 (4)</td><td>Uchoa families: see below</td></tr>
 * <tr><th>{@code time_windows}, {@code service_time}</th><td>f4 (N, 2), f4 (N)</td><td>(0, +∞) and 0 where absent</td></tr>
 * <tr><th>{@code open_route}</th><td>u1</td><td>1: routes need not return</td></tr>
 * <tr><th>{@code demand_backhaul}, {@code backhaul_class}</th><td>i4 (N), i4</td><td>0 where absent; 1 classic, 2 mixed</td></tr>
 * <tr><th>{@code distance_limit}</th><td>f4</td><td>+∞ where absent</td></tr>
 * </table>
 *
 * <p>Padded rows are 0. {@code classes} holds the positions of the instance's {@link Depot}, {@link Placement}, {@link Demand}
 * and {@link RouteLength} in their enums, counted from 0, and −1 where there is none. Class of every field: reproducible.
 */
public final class CvrpGenerator extends SpecGenerator<CvrpSpec> {
    private final Function<CvrpGenerator, CvrpKernels> kernels;

    CvrpGenerator(CvrpSpec spec, long seed, String backend, Function<CvrpGenerator, CvrpKernels> kernels) {
        super(spec, seed, backend, schema(spec));
        this.kernels = kernels;
    }

    private static Schema schema(CvrpSpec spec) {
        int nodes = spec.nodes();
        boolean cvrp = spec.problem() == Problem.CVRP;
        List<Field> fields = new ArrayList<>();
        if (spec.problem() != Problem.ATSP) {
            fields.add(Field.of("coords", DType.F4, cvrp ? "x, y; the depot in row 0" : "x, y", nodes, 2));
        }
        if (cvrp) {
            fields.add(Field.of("demand", DType.I4, "0 at the depot", nodes));
            fields.add(Field.of("capacity", DType.I4, "of each vehicle"));
        }
        if (spec.padded()) {
            fields.add(Field.of("customers", DType.I4, "how many"));
            fields.add(Field.of("mask", DType.U1, "1 for rows in use", nodes));
        }
        addDistances(spec, nodes, fields);
        if (spec.augmentation() == 8) {
            fields.add(Field.of("coords_x8", DType.F4, "the eight symmetries of the square", 8, nodes, 2));
        }
        if (spec.coordinates().grid() && spec.problem() != Problem.ATSP) {
            fields.add(Field.of("classes", DType.I4, "depot, placement, demand, route length", 4));
        }
        if (cvrp) {
            addConstraints(spec, nodes, fields);
        }
        return new Schema(fields, List.of());
    }

    private static void addDistances(CvrpSpec spec, int nodes, List<Field> fields) {
        DType type = spec.distanceType();
        switch (spec.distances()) {
            case NONE -> {}
            case FULL -> fields.add(Field.of("distance", type, "from row to column", nodes, nodes));
            case UPPER ->
                fields.add(Field.of("distance", type, "strict upper triangle, row by row", nodes * (nodes - 1) / 2));
            case NEAREST -> {
                fields.add(Field.of("neighbours", DType.I4, "nearest other rows", nodes, spec.neighbours()));
                fields.add(Field.of("distance", type, "to the nearest other rows", nodes, spec.neighbours()));
            }
        }
    }

    private static void addConstraints(CvrpSpec spec, int nodes, List<Field> fields) {
        if (spec.usesRouteLength()) {
            fields.add(Field.of("route_length", DType.F8, "customers per vehicle"));
        }
        if (spec.timeWindows() != TimeWindows.NONE) {
            fields.add(Field.of("time_windows", DType.F4, "start, end; travel at speed 1", nodes, 2));
            fields.add(Field.of("service_time", DType.F4, "0 at the depot", nodes));
        }
        if (spec.openRoutes()) {
            fields.add(Field.of("open_route", DType.U1, "1: routes need not return"));
        }
        if (spec.backhauls() != Backhauls.NONE) {
            fields.add(Field.of("demand_backhaul", DType.I4, "what backhaul customers send", nodes));
            fields.add(Field.of("backhaul_class", DType.I4, "0 none, 1 classic, 2 mixed"));
        }
        if (spec.distanceLimit().kind() != DistanceLimit.Kind.NONE) {
            fields.add(Field.of("distance_limit", DType.F4, "longest route; infinite where absent"));
        }
    }

    @Override
    public Worker newWorker() {
        return new CvrpWorker(this, kernels.apply(this));
    }
}
