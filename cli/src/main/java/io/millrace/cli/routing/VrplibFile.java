package io.millrace.cli.routing;

import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Metric;
import io.millrace.routing.Problem;
import io.millrace.routing.Rounding;
import java.io.IOException;
import java.io.Writer;
import java.lang.foreign.MemorySegment;

/**
 * One instance in the text format of TSPLIB (Reinelt 1995) as VRPLIB and PyVRP extend it; nodes count from 1, the depot
 * first.
 *
 * <p>Coordinates are multiplied by the spec's scale, so that a metric of TSPLIB gives the dataset's own distances; where
 * TSPLIB has no such metric the distances are written, as {@code EXPLICIT FULL_MATRIX}. Times and the distance limit are in
 * the unit of the distances. Backhaul amounts stand in a {@code BACKHAUL_SECTION}; the type is CVRP, or the multi-task name
 * of the constraints that the instance has, such as {@code OVRPBLTW}.
 */
final class VrplibFile implements AutoCloseable {
    private final CvrpSpec spec;
    private final long seed;
    private final String metric;
    private final double scale;
    private final double unit;
    private final Weights weights;

    VrplibFile(CvrpSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
        this.metric = spec.problem() == Problem.ATSP ? null : metric(spec.metric(), spec.rounding());
        this.scale = spec.effectiveScale();
        this.unit = scale * factor(spec.rounding());
        this.weights = metric == null ? new Weights(spec, seed) : null;
    }

    /** TSPLIB's name of a metric, or null if it has none. */
    static String metric(Metric metric, Rounding rounding) {
        return switch (metric) {
            case EUC_2D, CEIL_2D, MAN_2D, MAX_2D, ATT, GEO -> metric.name();
            case EUCLIDEAN ->
                switch (rounding) {
                    case ROUND -> "EUC_2D";
                    case CEIL -> "CEIL_2D";
                    default -> null;
                };
            case MANHATTAN -> rounding == Rounding.ROUND ? "MAN_2D" : null;
            case CHEBYSHEV -> rounding == Rounding.ROUND ? "MAX_2D" : null;
            case HAVERSINE -> null;
        };
    }

    private static int factor(Rounding rounding) {
        return switch (rounding) {
            case DIMACS -> 10;
            case EXACT -> 1000;
            default -> 1;
        };
    }

    void write(Instances instance, Writer out) throws IOException {
        int nodes = nodes(instance);
        head(instance, nodes, out);
        if (spec.problem() != Problem.ATSP) {
            coordinates(instance.field("coords"), nodes, out);
        }
        if (metric == null) {
            matrix(instance, nodes, out);
        }
        if (spec.problem() == Problem.CVRP) {
            integers("DEMAND_SECTION", instance.field("demand"), nodes, out);
            constraints(instance, nodes, out);
            out.write("DEPOT_SECTION\n1\n-1\n");
        }
        out.write("EOF\n");
    }

    private int nodes(Instances instance) {
        if (!instance.has("customers")) {
            return spec.nodes();
        }
        int customers = instance.field("customers").get(Elements.I4, 0);
        return spec.problem() == Problem.CVRP ? customers + 1 : customers;
    }

    private void head(Instances instance, int nodes, Writer out) throws IOException {
        line(out, "NAME", "routing-" + instance.index());
        line(out, "COMMENT", "Millrace, seed " + seed + ", instance " + instance.index());
        line(
                out,
                "TYPE",
                spec.problem() == Problem.CVRP ? type(instance) : spec.problem().name());
        line(out, "DIMENSION", Integer.toString(nodes));
        line(out, "EDGE_WEIGHT_TYPE", metric == null ? "EXPLICIT" : metric);
        if (metric == null) {
            line(out, "EDGE_WEIGHT_FORMAT", "FULL_MATRIX");
        }
        if (spec.problem() == Problem.CVRP) {
            line(out, "CAPACITY", Integer.toString(instance.field("capacity").get(Elements.I4, 0)));
            if (limited(instance)) {
                line(out, "DISTANCE", time(instance.field("distance_limit"), 0));
            }
        }
    }

    private static void line(Writer out, String keyword, String value) throws IOException {
        out.write(keyword + " : " + value + "\n");
    }

    private static String type(Instances instance) {
        boolean open =
                instance.has("open_route") && instance.field("open_route").get(Elements.U1, 0) != 0;
        int backhauls = instance.has("backhaul_class")
                ? instance.field("backhaul_class").get(Elements.I4, 0)
                : 0;
        String constraints = (backhauls == 0 ? "" : backhauls == 1 ? "B" : "MB")
                + (limited(instance) ? "L" : "")
                + (windowed(instance) ? "TW" : "");
        return open || !constraints.isEmpty() ? (open ? "O" : "") + "VRP" + constraints : "CVRP";
    }

    private static boolean limited(Instances instance) {
        return instance.has("distance_limit")
                && Float.isFinite(instance.field("distance_limit").get(Elements.F4, 0));
    }

    /** Where there are no windows, each one ends at infinity. */
    private static boolean windowed(Instances instance) {
        return instance.has("time_windows")
                && Float.isFinite(instance.field("time_windows").getAtIndex(Elements.F4, 1));
    }

    private void coordinates(MemorySegment coords, int nodes, Writer out) throws IOException {
        out.write("NODE_COORD_SECTION\n");
        for (int i = 0; i < nodes; i++) {
            out.write((i + 1) + " " + coordinate(coords.getAtIndex(Elements.F4, 2L * i)) + " "
                    + coordinate(coords.getAtIndex(Elements.F4, 2L * i + 1)) + "\n");
        }
    }

    /** All digits where the reader computes distances of them, else no more than a float has. */
    private String coordinate(float value) {
        return metric == null && scale == 1 ? Weights.number(value) : Weights.number(value * scale);
    }

    private void matrix(Instances instance, int nodes, Writer out) throws IOException {
        weights.load(instance);
        out.write("EDGE_WEIGHT_SECTION\n");
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                out.write(weights.text(i, j));
                out.write(j < nodes - 1 ? ' ' : '\n');
            }
        }
    }

    private void constraints(Instances instance, int nodes, Writer out) throws IOException {
        if (instance.has("demand_backhaul")) {
            integers("BACKHAUL_SECTION", instance.field("demand_backhaul"), nodes, out);
        }
        if (windowed(instance)) {
            MemorySegment windows = instance.field("time_windows");
            MemorySegment service = instance.field("service_time");
            out.write("TIME_WINDOW_SECTION\n");
            for (int i = 0; i < nodes; i++) {
                out.write((i + 1) + " " + time(windows, 2L * i) + " " + time(windows, 2L * i + 1) + "\n");
            }
            out.write("SERVICE_TIME_SECTION\n");
            for (int i = 0; i < nodes; i++) {
                out.write((i + 1) + " " + time(service, i) + "\n");
            }
        }
    }

    private String time(MemorySegment times, long element) {
        float time = times.getAtIndex(Elements.F4, element);
        return unit == 1 ? Weights.number(time) : Weights.number(time * unit);
    }

    private static void integers(String section, MemorySegment values, int nodes, Writer out) throws IOException {
        out.write(section + "\n");
        for (int i = 0; i < nodes; i++) {
            out.write((i + 1) + " " + values.getAtIndex(Elements.I4, i) + "\n");
        }
    }

    @Override
    public void close() {
        if (weights != null) {
            weights.close();
        }
    }
}
