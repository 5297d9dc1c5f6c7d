package io.millrace.routing;

import io.millrace.batch.DType;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The keys of {@link CvrpSpec}: text to components and back. */
public final class CvrpKeys {
    /** All, in the record's order. */
    public static final List<Key> ALL = List.of(
            key("problem", "cvrp", Settings.choices(Problem.values()), "the problem"),
            key("customers", "20", "1 to 10000, or a range as 10..50", "customers; cities of tsp and atsp"),
            key("coordinates", "uniform", Coordinates.ALLOWED, "law of the coordinates"),
            key("depot", "random", Settings.choices(Depot.values()), "the depot of uchoa-x and xml100"),
            key("placement", "random", Settings.choices(Placement.values()), "the customers of uchoa-x and xml100"),
            key("demand", "uniform-1-9", Settings.choices(Demand.values()), "law of the demands"),
            key("capacity", "table", Capacity.ALLOWED, "law of the vehicles' capacity"),
            new Key(
                    "route-length",
                    "triangular",
                    "customers",
                    Settings.choices(RouteLength.values()),
                    "law of the customers per vehicle, for capacity route-length and demand small-large"),
            key("distances", "full", Settings.choices(Distances.values()), "which distances an instance carries"),
            key("neighbours", "10", "1 to the number of other nodes", "how many, for distances nearest"),
            key("metric", "euclidean", Settings.choices(Metric.values()), "how distances are measured"),
            key("rounding", "none", Settings.choices(Rounding.values()), "how distances are rounded"),
            key(
                    "scale",
                    "auto",
                    "auto, or a number from 0.000001 to 1000000000",
                    "factor on coordinates before distances are measured"),
            key("distance-type", "f4", "f4, f8, i4", "element type of distances"),
            key("augmentation", "1", "1, 8", "8 adds the eight symmetries of the square"),
            key("time-windows", "none", Settings.choices(TimeWindows.values()), "law of the time windows"),
            key("open-routes", "false", "true, false", "routes need not return to the depot"),
            key("backhauls", "none", Settings.choices(Backhauls.values()), "class of the backhauls"),
            key(
                    "backhaul-pick",
                    "each",
                    Settings.choices(BackhaulPick.values()),
                    "each with probability .2, or exactly a fifth"),
            key("distance-limit", "none", DistanceLimit.ALLOWED, "longest route, in sides of the square"),
            key(
                    "variants",
                    "fixed",
                    Settings.choices(Variants.values()),
                    "every constraint in each instance, or each with probability 1/2"));

    private CvrpKeys() {}

    private static Key key(String name, String byDefault, String allowed, String meaning) {
        return new Key(name, byDefault, "", allowed, meaning);
    }

    /** The spec of these settings; keys not given take their default. */
    static CvrpSpec parse(Map<String, String> given) {
        Settings settings = new Settings(ALL, given);
        return new CvrpSpec(
                settings.choice("problem", Problem.class),
                settings.range("customers", 1, CvrpSpec.MAX_CUSTOMERS),
                parsed(settings, "coordinates", Coordinates::parse),
                settings.choice("depot", Depot.class),
                settings.choice("placement", Placement.class),
                settings.choice("demand", Demand.class),
                parsed(settings, "capacity", Capacity::parse),
                settings.choice("route-length", RouteLength.class),
                settings.choice("distances", Distances.class),
                settings.integer("neighbours", 1, CvrpSpec.MAX_CUSTOMERS),
                settings.choice("metric", Metric.class),
                settings.choice("rounding", Rounding.class),
                settings.text("scale").equals("auto") ? 0 : settings.number("scale", 1e-6, 1e9),
                parsed(settings, "distance-type", CvrpKeys::distanceType),
                settings.integer("augmentation", 1, 8),
                settings.choice("time-windows", TimeWindows.class),
                settings.flag("open-routes"),
                settings.choice("backhauls", Backhauls.class),
                settings.choice("backhaul-pick", BackhaulPick.class),
                parsed(settings, "distance-limit", DistanceLimit::parse),
                settings.choice("variants", Variants.class));
    }

    /** Every key with its value. */
    static Map<String, String> print(CvrpSpec spec) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("problem", Settings.kebab(spec.problem()));
        settings.put("customers", spec.customers().toString());
        settings.put("coordinates", spec.coordinates().toString());
        settings.put("depot", Settings.kebab(spec.depot()));
        settings.put("placement", Settings.kebab(spec.placement()));
        settings.put("demand", Settings.kebab(spec.demand()));
        settings.put("capacity", spec.capacity().toString());
        settings.put("route-length", Settings.kebab(spec.routeLength()));
        settings.put("distances", Settings.kebab(spec.distances()));
        settings.put("neighbours", Integer.toString(spec.neighbours()));
        settings.put("metric", Settings.kebab(spec.metric()));
        settings.put("rounding", Settings.kebab(spec.rounding()));
        settings.put("scale", spec.scale() == 0 ? "auto" : Double.toString(spec.scale()));
        settings.put("distance-type", spec.distanceType().name().toLowerCase(Locale.ROOT));
        settings.put("augmentation", Integer.toString(spec.augmentation()));
        settings.put("time-windows", Settings.kebab(spec.timeWindows()));
        settings.put("open-routes", Boolean.toString(spec.openRoutes()));
        settings.put("backhauls", Settings.kebab(spec.backhauls()));
        settings.put("backhaul-pick", Settings.kebab(spec.backhaulPick()));
        settings.put("distance-limit", spec.distanceLimit().toString());
        settings.put("variants", Settings.kebab(spec.variants()));
        return settings;
    }

    private static <T> T parsed(Settings settings, String key, Function<String, T> parse) {
        T value = parse.apply(settings.text(key));
        if (value == null) {
            throw settings.refused(key);
        }
        return value;
    }

    private static DType distanceType(String text) {
        return switch (text) {
            case "f4" -> DType.F4;
            case "f8" -> DType.F8;
            case "i4" -> DType.I4;
            default -> null;
        };
    }
}
