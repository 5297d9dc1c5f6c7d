package io.millrace.routing;

import io.millrace.batch.DType;
import io.millrace.spec.IntRange;
import io.millrace.spec.Settings;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Routing instances: CVRP and its relatives. Keys, defaults and ranges: {@link CvrpKeys}.
 *
 * @param problem CVRP, TSP or ATSP
 * @param customers customers (cities of TSP and ATSP), 1 … 10,000; a range is drawn from per instance, and padded
 * @param coordinates law of the coordinates
 * @param depot where the Uchoa families put the depot
 * @param placement where the Uchoa families put customers
 * @param demand law of the demands
 * @param capacity law of the capacity
 * @param routeLength law of the route length r, customers per vehicle
 * @param distances which distances an instance carries
 * @param neighbours for {@link Distances#NEAREST}: how many, 1 … nodes − 1
 * @param metric how distances are measured
 * @param rounding how distances are rounded; the TSPLIB types of {@link Metric} round by themselves
 * @param scale what coordinates are multiplied by before distances are measured; 0: see {@link #effectiveScale}
 * @param distanceType {@link DType#F4}, {@link DType#F8}, or {@link DType#I4} for rounded ones
 * @param augmentation 1, or 8 for POMO's eight symmetries in a field of their own
 * @param timeWindows law of time windows
 * @param openRoutes whether routes need not return
 * @param backhauls class of backhauls
 * @param backhaulPick which customers are backhauls
 * @param distanceLimit the longest a route may be
 * @param variants whether every instance has all these constraints
 */
public record CvrpSpec(
        Problem problem,
        IntRange customers,
        Coordinates coordinates,
        Depot depot,
        Placement placement,
        Demand demand,
        Capacity capacity,
        RouteLength routeLength,
        Distances distances,
        int neighbours,
        Metric metric,
        Rounding rounding,
        double scale,
        DType distanceType,
        int augmentation,
        TimeWindows timeWindows,
        boolean openRoutes,
        Backhauls backhauls,
        BackhaulPick backhaulPick,
        DistanceLimit distanceLimit,
        Variants variants)
        implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "routing";

    /** The most customers of an instance. */
    public static final int MAX_CUSTOMERS = 10_000;

    /** 20 customers, uniform, capacity by table, the full float32 matrix: every key's default. */
    public static final CvrpSpec DEFAULT = CvrpKeys.parse(Map.of());

    /**
     * Checks each component, and that they go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public CvrpSpec {
        requirePresent(
                problem, customers, coordinates, depot, placement, demand, capacity, routeLength, distances, metric);
        requirePresent(rounding, distanceType, timeWindows, backhauls, backhaulPick, distanceLimit, variants);
        int fewest = problem == Problem.CVRP ? 1 : 2;
        if (customers.least() < fewest || customers.most() > MAX_CUSTOMERS) {
            throw new SpecException("customers", customers, fewest + " to " + MAX_CUSTOMERS);
        }
        if (distanceType != DType.F4 && distanceType != DType.F8 && distanceType != DType.I4) {
            throw new SpecException("distance-type", distanceType.descr(), "f4, f8 or i4");
        }
        if (neighbours < 1 || neighbours > MAX_CUSTOMERS) {
            throw new SpecException("neighbours", neighbours, "1 to " + MAX_CUSTOMERS);
        }
        if (augmentation != 1 && augmentation != 8) {
            throw new SpecException("augmentation", augmentation, "1 or 8");
        }
        if (!(scale == 0 || scale >= 1e-6 && scale <= 1e9)) {
            throw new SpecException("scale", scale, "auto, or a number from 0.000001 to 1000000000");
        }
        int others = customers.least() - (problem == Problem.CVRP ? 0 : 1);
        if (distances == Distances.NEAREST && neighbours > others) {
            throw new SpecException(
                    "neighbours", neighbours, "1 to " + others + ", the other nodes of the smallest instance");
        }
        if (problem != Problem.CVRP) {
            requireNoConstraints(problem, timeWindows, openRoutes, backhauls, distanceLimit);
        } else {
            requireDemandFits(customers, demand, capacity);
        }
        if (problem == Problem.ATSP) {
            requireMatrixAlone(distances, metric, rounding, scale, augmentation);
        } else {
            requireRounding(metric, rounding, distanceType);
            requireUnitSquare(coordinates, timeWindows, distanceLimit);
            requireInRange(
                    effectiveScale(coordinates, metric, rounding, scale), coordinates, metric, rounding, distanceType);
        }
    }

    private static void requirePresent(Object... components) {
        for (Object component : components) {
            Objects.requireNonNull(component, "a component of a CvrpSpec is null");
        }
    }

    private static void requireNoConstraints(
            Problem problem, TimeWindows windows, boolean open, Backhauls backhauls, DistanceLimit limit) {
        if (windows != TimeWindows.NONE
                || open
                || backhauls != Backhauls.NONE
                || limit.kind() != DistanceLimit.Kind.NONE) {
            throw new SpecException("problem " + problem.name().toLowerCase(Locale.ROOT)
                    + " has no vehicles: time-windows, open-routes, backhauls and distance-limit are for problem cvrp");
        }
    }

    private static void requireDemandFits(IntRange customers, Demand demand, Capacity capacity) {
        if (capacity.kind() == Capacity.Kind.ROUTE_LENGTH) {
            return;
        }
        int least = Integer.MAX_VALUE;
        for (int n = customers.least(); n <= customers.most(); n++) {
            least = Math.min(least, capacity.fixed(n));
        }
        if (demand.most() > least) {
            throw new SpecException("capacity is '" + capacity + "', as little as " + least + ", where demands reach "
                    + demand.most() + ": allowed is route-length, or an integer from " + demand.most());
        }
    }

    private static void requireMatrixAlone(
            Distances distances, Metric metric, Rounding rounding, double scale, int augmentation) {
        if (distances != Distances.FULL
                || metric != Metric.EUCLIDEAN
                || rounding != Rounding.NONE
                || scale != 0
                || augmentation != 1) {
            throw new SpecException("problem atsp is a matrix without coordinates: "
                    + "distances is full, and metric, rounding, scale and augmentation keep their defaults");
        }
    }

    private static void requireRounding(Metric metric, Rounding rounding, DType type) {
        if (metric.own() != null && rounding != Rounding.NONE) {
            throw new SpecException(
                    "rounding",
                    Settings.kebab(rounding),
                    "none, for metric " + Settings.kebab(metric) + " rounds by its own definition");
        }
        if (type == DType.I4 && metric.own() == null && rounding == Rounding.NONE) {
            throw new SpecException("distance-type", "i4", "f4 or f8 as long as rounding is none");
        }
    }

    private static void requireUnitSquare(Coordinates coordinates, TimeWindows windows, DistanceLimit limit) {
        if (coordinates.grid() && (windows != TimeWindows.NONE || limit.kind() != DistanceLimit.Kind.NONE)) {
            throw new SpecException(
                    "coordinates",
                    coordinates,
                    "a law on the unit square, where time-windows and distance-limit are defined");
        }
    }

    private static void requireInRange(
            double scale, Coordinates coordinates, Metric metric, Rounding rounding, DType type) {
        double side = scale * coordinates.extent();
        if (metric.spherical() && side > 90) {
            throw new SpecException(
                    "scale",
                    scale,
                    "at most " + 90.0 / coordinates.extent() + ", so that latitudes stay within 90 degrees");
        }
        double most = metric.spherical() ? 20_100 : 2 * side;
        if (type == DType.I4 && most * rounding.factor() >= Integer.MAX_VALUE) {
            throw new SpecException("distances of up to " + most * rounding.factor()
                    + " do not fit distance-type i4: allowed is a smaller scale, or f8");
        }
    }

    /**
     * What coordinates are multiplied by: the scale if one is given; else 90 degrees for the whole square with a spherical
     * metric, 1000 for the unit square where distances are rounded (they would all be 0 or 1), 1 everywhere else.
     */
    public double effectiveScale() {
        return effectiveScale(coordinates, metric, rounding, scale);
    }

    private static double effectiveScale(Coordinates coordinates, Metric metric, Rounding rounding, double scale) {
        if (scale != 0) {
            return scale;
        }
        if (metric.spherical()) {
            return 90.0 / coordinates.extent();
        }
        boolean rounds = rounding != Rounding.NONE || metric.own() != null;
        return rounds && !coordinates.grid() ? 1000 : 1;
    }

    /** The rounding that applies: the metric's own, or the spec's. */
    public Rounding effectiveRounding() {
        return metric.own() != null ? metric.own() : rounding;
    }

    /** Whether distances are measured in float arithmetic on the coordinates as they are; else in double, scaled and rounded. */
    public boolean measuresInFloats() {
        return distanceType == DType.F4
                && effectiveRounding() == Rounding.NONE
                && effectiveScale() == 1
                && !metric.spherical();
    }

    /** Rows of the largest instance: customers and depot, or cities. */
    public int nodes() {
        return nodes(customers.most());
    }

    /** Rows of an instance of that many customers. */
    int nodes(int customers) {
        return problem == Problem.CVRP ? customers + 1 : customers;
    }

    /** Whether the number of customers is drawn, so that instances are padded. */
    public boolean padded() {
        return !customers.single();
    }

    /** Whether instances have a route length: the capacity or the demands use it. */
    public boolean usesRouteLength() {
        return capacity.kind() == Capacity.Kind.ROUTE_LENGTH || demand == Demand.SMALL_LARGE || demand == Demand.ANY;
    }

    /** This spec with one key changed, in the text form of {@link CvrpKeys}. */
    public CvrpSpec with(String key, Object value) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.put(key, String.valueOf(value));
        return CvrpKeys.parse(settings);
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return CvrpKeys.print(this);
    }
}
