package io.millrace.causal;

import io.millrace.causal.graph.GraphLaw;
import io.millrace.causal.law.Law;
import io.millrace.causal.mechanism.EquationKeys;
import io.millrace.causal.mechanism.Equations;
import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of {@link CausalSpec}: text to components and back. */
public final class CausalKeys {
    private static final String AUTO = "auto";
    private static final String EVERY = "all";

    private static final Map<String, Law> VALUES = Map.of("avici", new Law(Law.Kind.SIGNED_UNIFORM, 1, 5));

    /** What is written where nothing is said, as far as it goes with the rest. */
    private static final Set<Output> USUAL =
            EnumSet.of(Output.BASE, Output.INTERVENED, Output.DELTA, Output.TARGET, Output.ADJACENCY);

    private static final List<Key> BEFORE = List.of(
            key("nodes", "20", "1 to " + CausalSpec.MOST_NODES + ", or a range as 5..20", "nodes of a graph"),
            key("padding", AUTO, "auto, or the most nodes to " + CausalSpec.MOST_NODES, "nodes of the tensors"),
            key("graph", "erdos-renyi-edges(2)", GraphLaw.ALLOWED, "family of the graphs"));

    private static final List<Key> AFTER = List.of(
            key("rows", "64", "1 to " + CausalSpec.MOST_ROWS, "samples of the base world"),
            key("scaling", "none", Settings.choices(Scaling.values()), "how values are standardised"),
            key("largest", "1.0E30", "1 to 1e38", "instances with larger magnitudes are drawn again"),
            key("worlds", "twin", Settings.choices(Worlds.values()), "whether intervened rows have the base's noise"),
            key("intervened-rows", AUTO, "auto, or 1 to " + CausalSpec.MOST_ROWS, "samples of each intervened world"),
            key("intervention", "hard", Settings.choices(Intervention.values()), "what is done to a target"),
            key("intervention-value", "avici", Law.allowed(VALUES), "what a target is set to, or shifted by"),
            key("targets", EVERY, "all, or 1 to the nodes", "worlds of an instance: each node's, or so many drawn"),
            key(
                    "target-size",
                    "1",
                    "1 to " + Interventions.MOST_SIZE + ", or a range as 1..3",
                    "nodes that are targets together"),
            key(
                    "fields",
                    AUTO,
                    "auto, all that go with the rest, or some of " + Settings.choices(Output.values()),
                    "what is written"));

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = all();

    private CausalKeys() {}

    private static Key key(String name, String byDefault, String allowed, String meaning) {
        return new Key(name, byDefault, "", allowed, meaning);
    }

    private static List<Key> all() {
        List<Key> all = new ArrayList<>(BEFORE);
        all.addAll(EquationKeys.ALL);
        all.addAll(AFTER);
        return List.copyOf(all);
    }

    /** The spec of these settings; keys not given take their default. */
    static CausalSpec parse(Map<String, String> given) {
        Settings settings = new Settings(ALL, given);
        Equations equations = EquationKeys.parse(settings);
        Worlds worlds = settings.choice("worlds", Worlds.class);
        return new CausalSpec(
                settings.range("nodes", 1, CausalSpec.MOST_NODES),
                or(settings, "padding", AUTO, CausalSpec.MOST_NODES),
                GraphLaw.of(settings),
                equations,
                settings.integer("rows", 1, CausalSpec.MOST_ROWS),
                settings.choice("scaling", Scaling.class),
                (float) settings.number("largest", 1, 1e38),
                new Interventions(
                        worlds,
                        or(settings, "intervened-rows", AUTO, CausalSpec.MOST_ROWS),
                        settings.choice("intervention", Intervention.class),
                        Law.of(settings, "intervention-value", VALUES),
                        or(settings, "targets", EVERY, CausalSpec.MOST_NODES),
                        settings.range("target-size", 1, Interventions.MOST_SIZE)),
                fields(settings, equations, worlds));
    }

    /** An integer, or 0 for that word. */
    private static int or(Settings settings, String key, String word, int most) {
        return settings.text(key).equals(word) ? 0 : settings.integer(key, 1, most);
    }

    private static String or(int value, String word) {
        return value == 0 ? word : Integer.toString(value);
    }

    private static Set<Output> fields(Settings settings, Equations equations, Worlds worlds) {
        String text = settings.text("fields");
        if (text.equals(EVERY) || text.equals(AUTO)) {
            return Arrays.stream(Output.values())
                    .filter(output -> text.equals(EVERY) || USUAL.contains(output))
                    .filter(output ->
                            CausalSpec.refusal(output, equations, worlds).isEmpty())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Output.class)));
        }
        Set<Output> fields = EnumSet.noneOf(Output.class);
        for (String part : text.split(",", -1)) {
            fields.add(Arrays.stream(Output.values())
                    .filter(output -> Settings.kebab(output).equals(part.strip()))
                    .findFirst()
                    .orElseThrow(() -> settings.refused("fields")));
        }
        return fields;
    }

    /** Every key with its value; {@link #parse} of them gives an equal spec. */
    static Map<String, String> settings(CausalSpec spec) {
        Interventions interventions = spec.interventions();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("nodes", spec.nodes().toString());
        settings.put("padding", or(spec.padding(), AUTO));
        settings.put("graph", spec.graphs().text(GraphLaw::toString));
        settings.putAll(EquationKeys.settings(spec.equations()));
        settings.put("rows", Integer.toString(spec.rows()));
        settings.put("scaling", Settings.kebab(spec.scaling()));
        settings.put("largest", Decimal.text(Double.parseDouble(Float.toString(spec.largest()))));
        settings.put("worlds", Settings.kebab(interventions.worlds()));
        settings.put("intervened-rows", or(interventions.rows(), AUTO));
        settings.put("intervention", Settings.kebab(interventions.kind()));
        settings.put("intervention-value", interventions.value().toString());
        settings.put("targets", or(interventions.targets(), EVERY));
        settings.put("target-size", interventions.size().toString());
        settings.put("fields", spec.fields().stream().map(Settings::kebab).collect(Collectors.joining(",")));
        return settings;
    }
}
