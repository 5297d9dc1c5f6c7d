package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Field;
import io.millrace.generator.Backends;
import io.millrace.generator.GenerationException;
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
import org.junit.jupiter.params.provider.ValueSource;

class CausalSpecTest {
    /** Values for each key, allowed ones and others. */
    private static List<String> values(Key key) {
        List<String> values = new ArrayList<>();
        values.add(key.byDefault());
        switch (key.name()) {
            case "mechanism", "noise" -> {
                List<String> names =
                        List.of(key.allowed().replaceAll(", or .*", "").split(", "));
                values.addAll(names);
                values.add("0.25*" + names.get(1) + "+0.75*" + names.get(4));
                values.add("0.5*" + names.get(2) + " + 0.5*" + names.getLast());
            }
            case "nodes" -> values.addAll(List.of("1", "2", "6", "3..9", "2..2", "0", "9..3"));
            case "padding" -> values.addAll(List.of("9", "12", "3"));
            case "graph" ->
                values.addAll(List.of(
                        "full",
                        "erdos-renyi(0.5)",
                        "erdos-renyi-exact(3)",
                        "scale-free(2)",
                        "scale-free-transpose(1,0.5)",
                        "small-world(2,0.1)",
                        "stochastic-block(1,2,0.1)",
                        "geometric(0.4)",
                        "bipartite(1)",
                        "hierarchical(1,3)",
                        "0.4*full+0.6*bipartite(0.1,0.5)",
                        "tree"));
            case "rows", "intervened-rows" -> values.addAll(List.of("1", "7", "17", "0"));
            case "features", "hidden" -> values.addAll(List.of("1", "3", "0"));
            case "polynomial-degree" -> values.addAll(List.of("1", "3", "6"));
            case "degrees-of-freedom" -> values.addAll(List.of("2.5", "30", "2"));
            case "largest" -> values.addAll(List.of("1e6", "3e38", "0.5"));
            case "targets" -> values.addAll(List.of("1", "2", "5"));
            case "target-size" -> values.addAll(List.of("2", "1..2", "65"));
            case "fields" ->
                values.addAll(List.of(
                        "all", "base", "intervened", "delta", "order,mechanism", "sortability,noise-scale", "x"));
            case "noise-scale", "weight", "bias", "length-scale", "output-scale", "intervention-value" ->
                values.addAll(List.of("0.5", "avici", "uniform(0.25,1)", "signed-uniform(0.1,0.3)", "normal(0,0.5)"));
            default -> values.addAll(List.of(key.allowed().split(", ")));
        }
        return values;
    }

    /** A few keys changed at a time, or hardly any spec would be sound. */
    @Provide
    Arbitrary<Map<String, String>> settings() {
        Arbitrary<Map.Entry<String, String>> one = Arbitraries.of(CausalKeys.ALL)
                .flatMap(key -> Arbitraries.of(values(key)).map(value -> Map.entry(key.name(), value)));
        return one.list().ofMaxSize(7).map(list -> {
            Map<String, String> settings = new LinkedHashMap<>();
            list.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return settings;
        });
    }

    /** Either a spec that prints itself and makes the same instances, or finds the same ones too large, in either backend; or one sentence. */
    @Property(tries = 1_000, seed = "20261214")
    void printsWhatItParses(@ForAll("settings") Map<String, String> settings) {
        CausalSpec spec;
        try {
            spec = CausalKeys.parse(settings);
        } catch (SpecException e) {
            assertTrue(e.getMessage().contains("allowed"), e.getMessage());
            assertFalse(e.getMessage().contains("\n"));
            return;
        }
        readsBack(spec);
        if (spec.width() * spec.rows() <= 640) {
            CausalSpec mild = spec.largest() < 1e20 ? spec.with("largest", "1e20") : spec;
            CausalSpec weak = mild.with("bias", "0").with("weight", "0.1").with("noise-scale", "0.1");
            assertEquals(digest(weak, "scalar", 3, false), digest(weak, "vector", 1, true));
        }
    }

    private static String digest(CausalSpec spec, String backend, int piece, boolean backwards) {
        try (Made made = Made.fill(Backends.choose(backend, spec, 3).generator(), 5, 3, piece, backwards)) {
            return made.digest();
        } catch (GenerationException e) {
            return "too large";
        }
    }

    private static void readsBack(CausalSpec spec) {
        CausalSpec again = CausalKeys.parse(spec.settings());
        assertEquals(spec, again);
        assertEquals(spec.hashCode(), again.hashCode());
        assertEquals(spec.settings(), again.settings());
        assertEquals(
                CausalKeys.ALL.stream().map(Key::name).toList(),
                List.copyOf(spec.settings().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nodes=1",
                "nodes=5..50 padding=64 graph=erdos-renyi-edges(1.5)",
                "nodes=1024 rows=100000 fields=order",
                "graph=0.1*erdos-renyi(0.25)+0.2*scale-free(2,1.25)+0.7*geometric(0.3)",
                "graph=small-world(6,0.333) nodes=7..9",
                "graph=bipartite(1.5,0.3)",
                "graph=hierarchical(2,5)",
                "graph=stochastic-block(2,3,0.001)",
                "graph=erdos-renyi-exact(190)",
                "mechanism=0.3333333333*linear+0.6666666667*mlp mechanism-per=graph hidden=1024",
                "mechanism=rff-gp features=1024 length-scale=uniform(0.1,2) output-scale=normal(1,0.1)",
                "mechanism=polynomial polynomial-degree=5",
                "noise=0.5*student-t+0.5*gumbel noise-per=graph degrees-of-freedom=2.1 heteroscedastic=true",
                "weight=avici bias=avici noise-scale=avici",
                "weight=notears bias=notears noise-scale=notears",
                "weight=uniform(-0.1,0.7) bias=normal(-1e-5,1e6) noise-scale=1e-7",
                "scaling=z-score largest=12345.678",
                "scaling=internal largest=3e38",
                "largest=1",
                "worlds=fresh fields=intervened intervened-rows=128",
                "intervened-rows=3 intervention=shift-per-row intervention-value=normal(0,0.3)",
                "targets=3 target-size=1..20",
                "targets=20 target-size=2 intervention=clamp",
                "fields=all",
                "fields=base , order",
                "fields=sortability,mechanism,noise-scale,descendants,total-effects,weights"
            })
    void settingsReadBackAsTheSameSpec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.split(" (?=[a-z-]+=)")) {
            map.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        CausalSpec spec = CausalKeys.parse(map);
        readsBack(spec);
        CausalSpec built = CausalSpec.DEFAULT;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            if (map.size() == 1) {
                built = built.with(entry.getKey(), entry.getValue());
                assertEquals(spec, built);
            }
        }
    }

    @Test
    void defaults() {
        CausalSpec spec = CausalSpec.DEFAULT;
        assertEquals(spec, CausalKeys.parse(Map.of()));
        assertEquals(spec, Workloads.named("causal").parse(Map.of()));
        for (Key key : CausalKeys.ALL) {
            if (!key.allowed().contains("a number, uniform(a,b)") && !key.name().equals("largest")) {
                assertEquals(key.byDefault(), spec.settings().get(key.name()), key.name());
            }
            assertEquals(spec, spec.with(key.name(), key.byDefault()), key.name());
        }
        assertNotEquals(spec, spec.with("rows", 65));
        assertEquals(spec, spec.with("rows", 65).with("rows", 64));
        assertEquals(20, spec.width());
        assertEquals(20, spec.worlds());
        assertEquals(64, spec.intervenedRows());
        assertFalse(spec.padded());
        assertTrue(spec.with("padding", 21).padded());
        assertTrue(spec.with("nodes", "19..20").padded());
        assertFalse(spec.with("padding", 20).padded());
    }

    /** The order in which fields are given does not matter. */
    @Test
    void fieldsAreASet() {
        assertEquals(Made.spec("fields=order,base"), Made.spec("fields=base,order,base"));
        assertEquals("base,order", Made.spec("fields=order,base").settings().get("fields"));
    }

    /** Names, types and shapes of the table in {@link CausalGenerator}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | base F4 64 20, intervened F4 20 64 20, delta F4 20 64 20, target I4 20, adjacency U1 20 20, attempts I4",
                "fields=all nodes=3..5 padding=6 rows=7 intervened-rows=2 targets=4 target-size=2..3 scaling=internal |"
                        + " base F4 7 6, intervened F4 4 2 6, delta F4 4 2 6, target I4 4 3, adjacency U1 6 6, weights F4 6 6,"
                        + " order I4 6, descendants U1 6 6, total_effects F4 6 6, noise_scale F4 6, mechanism I4 6, noise I4 6,"
                        + " graph_family I4, var_sortability F4, r2_sortability F4, mean F4 6, deviation F4 6, nodes I4,"
                        + " node_mask U1 6, attempts I4",
                "fields=order targets=3 | order I4 20, attempts I4",
                "fields=delta nodes=2 rows=1000000 | delta F4 2 1000000 2, attempts I4"
            })
    void schema(String settings, String fields) {
        CausalSpec spec = settings.isEmpty() ? CausalSpec.DEFAULT : Made.spec(settings);
        List<String> there = new ArrayList<>();
        for (Field field :
                Backends.choose("scalar", spec, 0).generator().schema().fields()) {
            StringBuilder text = new StringBuilder(field.name() + " " + field.dtype());
            for (long length : field.shape()) {
                text.append(' ').append(length);
            }
            there.add(text.toString());
        }
        assertEquals(List.of(fields.split(", ")), there);
    }

    /** The sentence, or what it begins with where it goes on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes=0 | nodes is '0': allowed is 1 to 1024, or a range as 5..20",
                "nodes=1025 | nodes is '1025': allowed is 1 to 1024, or a range as 5..20",
                "nodes=9..5 | nodes is '9..5': allowed is 1 to 1024, or a range as 5..20",
                "nodes=ten | nodes is 'ten': allowed is 1 to 1024, or a range as 5..20",
                "nodes= | nodes is '': allowed is 1 to 1024, or a range as 5..20",
                "nodes=5.. | nodes is '5..': allowed is 1 to 1024, or a range as 5..20",
                "node=5 | there is no key 'node': the keys are nodes, padding, graph, mechanism, …",
                "padding=19 | padding is '19': allowed is auto, or 20, the most nodes, to 1024",
                "padding=0 | padding is '0': allowed is auto, or the most nodes to 1024",
                "padding=1025 | padding is '1025': allowed is auto, or the most nodes to 1024",
                "padding=AUTO | padding is 'AUTO': allowed is auto, or the most nodes to 1024",
                "graph=tree | graph is 'tree': allowed is erdos-renyi(p), erdos-renyi-edges(e), erdos-renyi-exact(s), scale-free(m,a), …",
                "graph= | graph is '': allowed is erdos-renyi(p), …",
                "graph=full(1) | graph is 'full(1)': allowed is erdos-renyi(p), …",
                "graph=full() | graph is 'full()': allowed is erdos-renyi(p), …",
                "graph=erdos-renyi | graph is 'erdos-renyi': allowed is erdos-renyi(p), …",
                "graph=erdos-renyi(1.1) | graph is 'erdos-renyi(1.1)': allowed is p from 0 to 1",
                "graph=erdos-renyi(-0.1) | graph is 'erdos-renyi(-0.1)': allowed is p from 0 to 1",
                "graph=erdos-renyi(NaN) | graph is 'erdos-renyi(NaN)': allowed is erdos-renyi(p), …",
                "graph=erdos-renyi(0.1,2) | graph is 'erdos-renyi(0.1,2)': allowed is erdos-renyi(p), …",
                "graph=erdos-renyi-edges(10001) | graph is 'erdos-renyi-edges(10001)': allowed is e from 0 to 10000",
                "graph=erdos-renyi-exact(1.5) | graph is 'erdos-renyi-exact(1.5)': allowed is an integer s from 0 to 1000000",
                "graph=erdos-renyi-exact(191) | graph is 'erdos-renyi-exact(191)': allowed is s up to 190, the edges n(n - 1)/2 of 20 nodes",
                "graph=erdos-renyi-exact(7) nodes=4..9 | graph is 'erdos-renyi-exact(7)': allowed is s up to 6, the edges n(n - 1)/2 of 4 nodes",
                "graph=scale-free(0) | graph is 'scale-free(0,1)': allowed is an integer m from 1 to 1000",
                "graph=scale-free(2,5) | graph is 'scale-free(2,5)': allowed is a from 0 to 4",
                "graph=scale-free() | graph is 'scale-free()': allowed is …",
                "graph=scale-free | graph is 'scale-free(1)': allowed is …",
                "graph=small-world(3,0.5) | graph is 'small-world(3,0.5)': allowed is an even k",
                "graph=small-world(20,0.5) | graph is 'small-world(20,0.5)': allowed is k up to 19, the neighbours n - 1 of 20 nodes",
                "graph=small-world(2,0.5) nodes=1..9 | graph is 'small-world(2,0.5)': allowed is k up to 0, the neighbours n - 1 of 1 nodes",
                "graph=small-world(2) | graph is 'small-world(2)': allowed is erdos-renyi(p), …",
                "graph=stochastic-block(2,0,0.1) | graph is 'stochastic-block(2,0,0.1)': allowed is an integer b from 1 to 1000",
                "graph=stochastic-block(2,3,1.5) | graph is 'stochastic-block(2,3,1.5)': allowed is d from 0 to 1",
                "graph=geometric(1.6) | graph is 'geometric(1.6)': allowed is r from 0 to 1.5",
                "graph=bipartite(1,2) | graph is 'bipartite(1,2)': allowed is s from 0 to 1",
                "graph=hierarchical(1,1) | graph is 'hierarchical(1,1)': allowed is an integer l from 2 to 1000",
                "graph=hierarchical(1,4) nodes=3..9 | graph is 'hierarchical(1,4)': allowed is l up to 3, the levels n of 3 nodes",
                "graph=0.5*full+0.4*bipartite(1) | graph is '0.5*full+0.4*bipartite(1)': allowed is weights above 0 that sum to 1, as 0.7*a + 0.3*b",
                "graph=0.5*full+0.5*small-world(2,1) nodes=2 | graph is 'small-world(2,1)': allowed is k up to 1, the neighbours n - 1 of 2 nodes",
                "mechanism=Linear | mechanism is 'Linear': allowed is linear, rff-gp, mlp, mim, quadratic, polynomial, sigmoid-add, sigmoid-mix, logistic, poisson, or a mixture as 0.7*linear + 0.3*mlp",
                "mechanism=0.5*linear+0.6*mlp | mechanism is '0.5*linear+0.6*mlp': allowed is weights above 0 that sum to 1, as 0.7*a + 0.3*b",
                "mechanism-per=row | mechanism-per is 'row': allowed is graph, node",
                "noise=cauchy | noise is 'cauchy': allowed is gaussian, exponential, gumbel, uniform, laplace, student-t, or a mixture as 0.7*gaussian + 0.3*laplace",
                "noise-per=all | noise-per is 'all': allowed is graph, node",
                "degrees-of-freedom=2 | degrees-of-freedom is '2': allowed is 2.1 to 1000",
                "degrees-of-freedom=1e4 | degrees-of-freedom is '1e4': allowed is 2.1 to 1000",
                "noise-scale=-1 | noise-scale is '-1': allowed is a law without negative numbers",
                "noise-scale=normal(1,0.1) | noise-scale is 'normal(1,0.1)': allowed is a law without negative numbers",
                "noise-scale=signed-uniform(1,2) | noise-scale is 'signed-uniform(1,2)': allowed is a law without negative numbers",
                "heteroscedastic=maybe | heteroscedastic is 'maybe': allowed is true, false",
                "weight=big | weight is 'big': allowed is a number, uniform(a,b), signed-uniform(a,b), normal(mean,deviation), magnitudes up to 1000000, …",
                "bias=uniform(2,1) | bias is 'uniform(2,1)': allowed is a number, uniform(a,b), …",
                "features=0 | features is '0': allowed is 1 to 1024",
                "features=1025 | features is '1025': allowed is 1 to 1024",
                "length-scale=0 | length-scale is '0': allowed is a law of numbers above 0",
                "length-scale=uniform(0,1) | length-scale is 'uniform(0,1)': allowed is a law of numbers above 0",
                "length-scale=normal(5,1) | length-scale is 'normal(5,1)': allowed is a law of numbers above 0",
                "output-scale=x | output-scale is 'x': allowed is a number, …",
                "hidden=1.5 | hidden is '1.5': allowed is 1 to 1024",
                "polynomial-degree=6 | polynomial-degree is '6': allowed is 1 to 5",
                "rows=0 | rows is '0': allowed is 1 to 1000000",
                "rows=1000001 | rows is '1000001': allowed is 1 to 1000000",
                "scaling=standard | scaling is 'standard': allowed is none, z-score, internal",
                "largest=0.9 | largest is '0.9': allowed is 1 to 3e38",
                "largest=4e38 | largest is '4e38': allowed is 1 to 3e38",
                "largest=NaN | largest is 'NaN': allowed is 1 to 3e38",
                "worlds=both | worlds is 'both': allowed is twin, fresh",
                "intervened-rows=0 | intervened-rows is '0': allowed is auto, or 1 to 1000000",
                "intervened-rows=65 | intervened-rows is '65': allowed is auto, or up to the rows of the base, 64, in twin worlds",
                "intervention=soft | intervention is 'soft': allowed is hard, hard-per-row, shift, shift-per-row, clamp",
                "intervention-value=notears | intervention-value is 'notears': allowed is a number, …",
                "targets=0 | targets is '0': allowed is all, or 1 to the nodes",
                "targets=21 | targets is '21': allowed is all, or 1 to 20, the nodes",
                "target-size=2 | target-size is '2': allowed is 1 where targets is all: give a number of targets",
                "target-size=65 targets=1 | target-size is '65': allowed is 1 to 64, or a range as 1..3",
                "target-size=2..4 targets=1 nodes=3..9 | target-size is '2..4': allowed is up to 3, the nodes of the smallest graph",
                "fields= | fields is '': allowed is all, or some of base, intervened, delta, target, adjacency, weights, order, descendants, total-effects, noise-scale, mechanism, sortability",
                "fields=base,,order | fields is 'base,,order': allowed is all, or some of base, …",
                "fields=total_effects | fields is 'total_effects': allowed is all, or some of base, …",
                "fields=weights mechanism=mlp | fields is 'weights': allowed is other fields where mechanism is not linear alone",
                "fields=total-effects mechanism=0.5*linear+0.5*mim | fields is 'total-effects': allowed is other fields where mechanism is not linear alone",
                "worlds=fresh | fields is 'delta': allowed is other fields where worlds is fresh: rows have no twins",
                "fields=base,target | fields is 'target': allowed is other fields without intervened and delta",
                "nodes=1024 rows=1000000 fields=base | an instance of 1024 nodes, 1000000 rows and 0 worlds of 1000000 rows takes 12288000000 bytes in one piece: allowed is up to 4294967296 by fewer nodes, rows, intervened-rows or targets",
                "nodes=1000 rows=2000 | an instance of 1000 nodes, 2000 rows and 1000 worlds of 2000 rows takes 8000000000 bytes in one piece: allowed is up to 4294967296 by fewer nodes, rows, intervened-rows or targets"
            })
    void refused(String settings, String sentence) {
        String message =
                assertThrows(SpecException.class, () -> Made.spec(settings)).getMessage();
        if (sentence.endsWith("…")) {
            String beginning = sentence.substring(0, sentence.length() - 1);
            assertEquals(beginning, message.substring(0, Math.min(message.length(), beginning.length())));
        } else {
            assertEquals(sentence, message);
        }
        assertFalse(message.contains("\n") || message.contains("Exception"), message);
    }
}
