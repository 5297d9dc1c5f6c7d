package io.millrace.opencl.routing;

import io.millrace.batch.DType;
import io.millrace.generator.Generator;
import io.millrace.opencl.OpenClWorkload;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.routing.BackhaulPick;
import io.millrace.routing.Backhauls;
import io.millrace.routing.Coordinates;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Demand;
import io.millrace.routing.Depot;
import io.millrace.routing.DistanceLimit;
import io.millrace.routing.Distances;
import io.millrace.routing.Metric;
import io.millrace.routing.Placement;
import io.millrace.routing.Presence;
import io.millrace.routing.Problem;
import io.millrace.routing.Rounding;
import io.millrace.routing.RouteLength;
import io.millrace.routing.Streams;
import io.millrace.routing.TimeWindows;
import io.millrace.spec.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Routing's kernels for devices. */
public final class CvrpOpenCl implements OpenClWorkload {
    private static final Map<String, Object> CONSTANTS = constants();

    /** For {@link java.util.ServiceLoader}. */
    public CvrpOpenCl() {}

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new HashMap<>();
        constants.put("STREAM_SIZE", Streams.SIZE);
        constants.put("STREAM_COORDINATES", Streams.COORDINATES);
        constants.put("STREAM_DISPLACEMENT", Streams.DISPLACEMENT);
        constants.put("STREAM_CENTRES", Streams.CENTRES);
        constants.put("STREAM_PICK", Streams.PICK);
        constants.put("STREAM_MIXTURE", Streams.MIXTURE);
        constants.put("STREAM_CANDIDATE", Streams.CANDIDATE);
        constants.put("STREAM_ACCEPTANCE", Streams.ACCEPTANCE);
        constants.put("STREAM_CLASSES", Streams.CLASSES);
        constants.put("STREAM_DEMAND", Streams.DEMAND);
        constants.put("STREAM_LARGE", Streams.LARGE);
        constants.put("STREAM_ROUTE_LENGTH", Streams.ROUTE_LENGTH);
        constants.put("STREAM_WINDOWS", Streams.WINDOWS);
        constants.put("STREAM_BACKHAULS", Streams.BACKHAULS);
        constants.put("STREAM_LIMIT", Streams.LIMIT);
        constants.put("STREAM_VARIANT", Streams.VARIANT);
        constants.put("STREAM_MATRIX", Streams.MATRIX);
        constants.put("STREAM_MATRIX_ROW", Streams.MATRIX_ROW);
        constants.put("PRESENCE_TIME_WINDOWS", Presence.TIME_WINDOWS);
        constants.put("PRESENCE_OPEN_ROUTES", Presence.OPEN_ROUTES);
        constants.put("PRESENCE_BACKHAULS", Presence.BACKHAULS);
        constants.put("PRESENCE_LIMIT", Presence.LIMIT);
        Source.define(constants, "KIND", Coordinates.Kind.values());
        Source.define(constants, "DEPOT", Depot.values());
        Source.define(constants, "PLACEMENT", Placement.values());
        Source.define(constants, "DEMAND", Demand.values());
        Source.define(constants, "ROUTE", RouteLength.values());
        Source.define(constants, "WINDOWS", TimeWindows.values());
        Source.define(constants, "BASE", Metric.Base.values());
        Source.define(constants, "ROUNDING", Rounding.values());
        Source.define(constants, "DTYPE", DType.values());
        constants.put("DEMAND_LEAST", table(Arrays.stream(Demand.values()).map(Demand::least)));
        constants.put("DEMAND_MOST", table(Arrays.stream(Demand.values()).map(Demand::most)));
        constants.put("ROUTE_LEAST", table(Arrays.stream(RouteLength.values()).map(RouteLength::least)));
        constants.put("ROUTE_MOST", table(Arrays.stream(RouteLength.values()).map(RouteLength::most)));
        constants.put("ELEVEN_MODES", table(Coordinates.ELEVEN.stream().map(Coordinates::modes)));
        constants.put("ELEVEN_SPREAD", table(Coordinates.ELEVEN.stream().map(Coordinates::spread)));
        return constants;
    }

    private static String table(Stream<? extends Number> numbers) {
        return numbers.map(Number::toString).collect(Collectors.joining(", ", "{", "}"));
    }

    /** A file of this package, on {@code routing.cl}. */
    static Source source(String file) {
        return source(Map.of(), List.of(file));
    }

    /** Files of this package, on {@code routing.cl}, with more constants. */
    static Source source(Map<String, Integer> more, List<String> files) {
        Map<String, Object> constants = new HashMap<>(CONSTANTS);
        constants.putAll(more);
        List<String> all = new ArrayList<>(List.of("routing.cl"));
        all.addAll(files);
        return Source.of(CvrpOpenCl.class, constants, all.toArray(String[]::new));
    }

    @Override
    public String name() {
        return CvrpSpec.WORKLOAD;
    }

    @Override
    public Optional<String> refusal(Spec spec, Device device) {
        List<String> keys = device.fp64() ? List.of() : inDoubles((CvrpSpec) spec);
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of("it has no doubles, in which these keys are computed: " + String.join(", ", keys));
    }

    /** The keys whose values ask for double arithmetic. */
    private static List<String> inDoubles(CvrpSpec spec) {
        List<String> keys = new ArrayList<>();
        if (spec.problem() == Problem.ATSP) {
            return spec.distanceType() == DType.F8 ? List.of("distance-type") : keys;
        }
        switch (spec.coordinates().kind()) {
            case UNIFORM, CLUSTER, MIXED -> {}
            case MIX_DISTRIBUTION, GAUSSIAN_MIXTURE, GAUSSIAN_11_MIX, UCHOA_X, XML100 -> keys.add("coordinates");
        }
        if (spec.problem() == Problem.CVRP) {
            if (spec.usesRouteLength()) {
                keys.add("route-length");
            }
            if (spec.timeWindows() != TimeWindows.NONE) {
                keys.add("time-windows");
            }
            if (spec.backhauls() != Backhauls.NONE && spec.backhaulPick() == BackhaulPick.EACH) {
                keys.add("backhauls");
            }
            if (spec.distanceLimit().kind() == DistanceLimit.Kind.DRAWN) {
                keys.add("distance-limit");
            }
        }
        if (spec.distances() != Distances.NONE && !spec.measuresInFloats()) {
            keys.add("distances");
        }
        return keys;
    }

    @Override
    public Steps open(Generator host, Queue queue) {
        return new CvrpSteps((CvrpSpec) host.spec(), host.seed(), queue);
    }
}
