package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Workloads;
import io.millrace.spec.Key;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvrpSpecTest {
    /** Values for each key, allowed ones and others. */
    private static List<String> values(Key key) {
        List<String> values = new ArrayList<>();
        values.add(key.byDefault());
        if (!key.allowed().contains(" to ")) {
            values.addAll(List.of(key.allowed().split(", ")));
        }
        values.addAll(
                switch (key.name()) {
                    case "customers" -> List.of("1", "7", "2..9", "5..5", "0", "9..2", "10000");
                    case "coordinates" ->
                        List.of("gaussian-mixture(3,10)", "gaussian-mixture(0,0)", "uchoa-x", "cluster");
                    case "capacity" -> List.of("table", "route-length", "multi-task", "9", "100", "0");
                    case "neighbours" -> List.of("1", "3", "20", "0");
                    case "scale" -> List.of("1", "90", "1e3", "0.25", "-1", "NaN");
                    case "distance-limit" -> List.of("3", "drawn", "2");
                    case "augmentation" -> List.of("2", "8");
                    default -> List.of("nonsense");
                });
        return values;
    }

    /** A few keys changed at a time, or hardly any spec would be sound. */
    @Provide
    Arbitrary<Map<String, String>> settings() {
        Arbitrary<Map.Entry<String, String>> one = Arbitraries.of(CvrpKeys.ALL)
                .flatMap(key -> Arbitraries.of(values(key)).map(value -> Map.entry(key.name(), value)));
        return one.list().ofMaxSize(6).map(list -> {
            Map<String, String> settings = new LinkedHashMap<>();
            list.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return settings;
        });
    }

    /** Either a spec that prints itself and makes instances the same way, or one sentence. */
    @Property(tries = 3_000)
    void printsWhatItParses(@ForAll("settings") Map<String, String> settings) {
        CvrpSpec spec;
        try {
            spec = CvrpKeys.parse(settings);
        } catch (SpecException e) {
            assertTrue(e.getMessage().contains("allowed") || e.getMessage().contains("problem"), e.getMessage());
            assertFalse(e.getMessage().contains("\n"));
            return;
        }
        assertEquals(spec, CvrpKeys.parse(spec.settings()));
        assertEquals(spec.settings(), CvrpKeys.parse(spec.settings()).settings());
        assertEquals(
                CvrpKeys.ALL.stream().map(Key::name).toList(),
                List.copyOf(spec.settings().keySet()));
        if (spec.customers().most() < 100) {
            try (Made one = Made.fill(Backends.choose("scalar", spec, 3).generator(), 5, 3, 3, false, 1);
                    Made other = Made.fill(Backends.choose("vector", spec, 3).generator(), 5, 3, 2, true, 2)) {
                assertEquals(one.digest(), other.digest());
            }
        }
    }

    @Test
    void defaults() {
        CvrpSpec spec = CvrpKeys.parse(Map.of());
        assertEquals(CvrpSpec.DEFAULT, spec);
        for (Key key : CvrpKeys.ALL) {
            assertEquals(key.byDefault(), spec.settings().get(key.name()), key.name());
        }
        assertEquals(spec, Workloads.named("routing").parse(Map.of()));
        assertEquals(21, spec.nodes());
        assertEquals("50", spec.with("customers", 50).settings().get("customers"));
    }

    /** What is refused, the key that the sentence names, and the range that it gives. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customers=0 | customers is '0' | 1 to 10000",
                "customers=-3 | customers is '-3' | 1 to 10000",
                "customers=10001 | customers is '10001' | 1 to 10000",
                "customers=99999999999 | customers is '99999999999' | 1 to 10000",
                "customers=ten | customers is 'ten' | 1 to 10000",
                "customers= | customers is '' | 1 to 10000",
                "customers=9..5 | customers is '9..5' | 1 to 10000",
                "customers=0..5 | customers is '0..5' | 1 to 10000",
                "customers=5.. | customers is '5..' | 1 to 10000",
                "customers=1 problem=tsp | customers is '1' | 2 to 10000",
                "customers=1..5 problem=atsp | customers is '1..5' | 2 to 10000",
                "custmers=5 | there is no key 'custmers' | customers",
                "problem=vrp | problem is 'vrp' | cvrp, tsp, atsp",
                "coordinates=gaussian-mixture(1,0) | coordinates is 'gaussian-mixture(1,0)' | m 1 to 100 and c 1 to 1000",
                "coordinates=gaussian-mixture(101,5) | coordinates is 'gaussian-mixture(101,5)' | m 1 to 100 and c 1 to 1000",
                "coordinates=gaussian-mixture | coordinates is 'gaussian-mixture' | m 1 to 100 and c 1 to 1000",
                "coordinates=Uniform | coordinates is 'Uniform' | uniform, cluster",
                "depot=north | depot is 'north' | centre, eccentric, random, any",
                "demand=normal | demand is 'normal' | uniform-1-9",
                "capacity=0 | capacity is '0' | an integer from 1 to 1000000000",
                "capacity=1000000001 | capacity is '1000000001' | an integer from 1 to 1000000000",
                "capacity=8 | capacity is '8' | an integer from 9",
                "demand=uniform-1-100 | capacity is 'table' | route-length, or an integer from 100",
                "demand=any capacity=99 | capacity is '99' | an integer from 100",
                "capacity=multi-task demand=quadrant | capacity is 'multi-task' | an integer from 100",
                "route-length=4 | route-length is '4' | triangular, r-3-5",
                "distances=some | distances is 'some' | none, full, upper, nearest",
                "distances=nearest neighbours=21 | neighbours is '21' | 1 to 20",
                "distances=nearest neighbours=0 | neighbours is '0' | 1 to",
                "distances=nearest customers=3..20 neighbours=4 | neighbours is '4' | 1 to 3",
                "distances=nearest customers=5 problem=tsp neighbours=5 | neighbours is '5' | 1 to 4",
                "metric=geodesic | metric is 'geodesic' | euclidean",
                "metric=euc-2d rounding=round | rounding is 'round' | none",
                "rounding=up | rounding is 'up' | none, round, trunc, ceil, dimacs, exact",
                "scale=0 | scale is '0' | 0.000001 to 1000000000",
                "scale=1e10 | scale is '1e10' | 0.000001 to 1000000000",
                "scale=NaN | scale is 'NaN' | 0.000001 to 1000000000",
                "scale=x | scale is 'x' | 0.000001 to 1000000000",
                "metric=geo scale=91 | scale is '91.0' | at most 90.0",
                "metric=haversine coordinates=uchoa-x scale=1 | scale is '1.0' | at most 0.09",
                "distance-type=f2 | distance-type is 'f2' | f4, f8, i4",
                "distance-type=i4 | distance-type is 'i4' | f4 or f8",
                "distance-type=i4 rounding=exact scale=2000000 | distances of up to | a smaller scale, or f8",
                "augmentation=4 | augmentation is '4' | 1 or 8",
                "augmentation=9 | augmentation is '9' | 1, 8",
                "time-windows=solomon | time-windows is 'solomon' | none, liu24, li21",
                "time-windows=liu24 coordinates=uchoa-x | coordinates is 'uchoa-x' | unit square",
                "distance-limit=3 coordinates=xml100 | coordinates is 'xml100' | unit square",
                "distance-limit=2.8 | distance-limit is '2.8' | 2.829 to 1000000",
                "distance-limit=Infinity | distance-limit is 'Infinity' | 2.829 to 1000000",
                "distance-limit=NaN | distance-limit is 'NaN' | 2.829 to 1000000",
                "open-routes=maybe | open-routes is 'maybe' | true, false",
                "backhauls=all | backhauls is 'all' | none, classic, mixed",
                "backhaul-pick=some | backhaul-pick is 'some' | each, exact",
                "variants=all | variants is 'all' | fixed, drawn",
                "problem=tsp open-routes=true | problem tsp | open-routes",
                "problem=tsp backhauls=mixed | problem tsp | backhauls",
                "problem=atsp distances=upper | problem atsp | distances is full",
                "problem=atsp augmentation=8 | problem atsp | augmentation",
                "problem=atsp rounding=round | problem atsp | rounding"
            })
    void refused(String settings, String named, String range) {
        String message =
                assertThrows(SpecException.class, () -> Made.spec(settings)).getMessage();
        assertTrue(message.startsWith(named) || message.contains(named), message);
        assertTrue(message.contains(range), message);
        assertFalse(message.contains("\n") || message.contains("Exception"), message);
    }

    /** The largest spec's sizes are computed, not wrapped. */
    @Test
    void theLargestInstance() {
        CvrpSpec spec = Made.spec("customers=10000 distance-type=f8 augmentation=8");
        var schema = Backends.choose("scalar", spec, 0).generator().schema();
        assertEquals(
                8L * 10_001 * 10_001,
                schema.fields().get(schema.indexOf("distance")).bytes());
        assertThrows(ArithmeticException.class, () -> Math.toIntExact(Batch.bytes(schema, 100)));
        assertThrows(OutOfMemoryError.class, () -> Batch.allocate(schema, Integer.MAX_VALUE));
        CvrpSpec upper = spec.with("distances", "upper");
        var triangle = Backends.choose("scalar", upper, 0).generator().schema();
        assertEquals(
                8L * 10_001 * 5_000,
                triangle.fields().get(triangle.indexOf("distance")).bytes());
    }
}
