package io.millrace.causal.graph;

import io.millrace.causal.law.Mixture;
import io.millrace.spec.Call;
import io.millrace.spec.Decimal;
import io.millrace.spec.IntRange;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A family of graphs with its parameters.
 *
 * @param family which
 * @param parameters as many as it takes
 */
public record GraphLaw(Family family, List<Double> parameters) {
    /** What the key allows. */
    public static final String ALLOWED = allowed();

    private static final String KEY = "graph";

    /** Checks the parameters. */
    public GraphLaw {
        // -0 is written as 0
        parameters = parameters.stream().map(number -> number + 0.0).toList();
        List<Family.Parameter> wanted = family.parameters();
        if (parameters.size() != wanted.size()) {
            throw new SpecException(KEY, text(family, parameters), ALLOWED);
        }
        for (int i = 0; i < wanted.size(); i++) {
            Family.Parameter parameter = wanted.get(i);
            if (!parameter.allows(parameters.get(i))) {
                throw new SpecException(
                        KEY,
                        text(family, parameters),
                        (parameter.whole() ? "an integer " : "") + parameter.name() + " from "
                                + Decimal.text(parameter.least()) + " to " + Decimal.text(parameter.most()));
            }
        }
        if (family == Family.SMALL_WORLD && parameters.getFirst() % 2 != 0) {
            throw new SpecException(KEY, text(family, parameters), "an even k");
        }
    }

    /** From its text; null for what is no family's. */
    static GraphLaw parse(String text) {
        Call call = Call.parse(text);
        Call made = call == null ? new Call(text, List.of()) : call;
        return Arrays.stream(Family.values())
                .filter(family -> Settings.kebab(family).equals(made.name()))
                .findFirst()
                .map(family -> new GraphLaw(family, completed(family, made.arguments())))
                .orElse(null);
    }

    /**
     * The families of a setting.
     *
     * @throws SpecException for what is none
     */
    public static Mixture<GraphLaw> of(Settings settings) {
        return Mixture.of(settings, KEY, GraphLaw::parse);
    }

    private static List<Double> completed(Family family, List<Double> given) {
        List<Double> all = new ArrayList<>(given);
        for (int i = given.size(); i < family.parameters().size(); i++) {
            if (!family.parameters().get(i).optional()) {
                return given;
            }
            all.add(family.parameters().get(i).otherwise());
        }
        return all;
    }

    /** Parameter {@code i} as an integer. */
    int whole(int i) {
        return parameters.get(i).intValue();
    }

    /** Parameter {@code i}. */
    double number(int i) {
        return parameters.get(i);
    }

    /**
     * Checks that graphs of these numbers of nodes exist.
     *
     * @throws SpecException naming the bound
     */
    public void requireFits(IntRange nodes) {
        int least = nodes.least();
        switch (family) {
            case ERDOS_RENYI_EXACT -> requireAtMost(0, (long) least * (least - 1) / 2, "edges n(n - 1)/2", least);
            case SMALL_WORLD -> requireAtMost(0, least - 1L, "neighbours n - 1", least);
            case HIERARCHICAL -> requireAtMost(1, least, "levels n", least);
            default -> {}
        }
    }

    private void requireAtMost(int parameter, long most, String what, int nodes) {
        if (parameters.get(parameter) > most) {
            throw new SpecException(
                    KEY,
                    this,
                    family.parameters().get(parameter).name() + " up to " + most + ", the " + what + " of " + nodes
                            + " nodes");
        }
    }

    /** Edges that a graph of that many nodes does not exceed, or, where they are drawn one by one, in less than one of 10²⁰ cases. */
    public int mostEdges(int nodes) {
        long pairs = (long) nodes * (nodes - 1) / 2;
        double most = switch (family) {
            case ERDOS_RENYI -> exceeded(number(0) * pairs);
            case ERDOS_RENYI_EDGES, STOCHASTIC_BLOCK, BIPARTITE, HIERARCHICAL -> exceeded(number(0) * nodes);
            case ERDOS_RENYI_EXACT -> number(0);
            case SCALE_FREE, SCALE_FREE_TRANSPOSE -> number(0) * nodes;
            case SMALL_WORLD -> number(0) / 2 * nodes;
            case GEOMETRIC, FULL -> pairs;
        };
        return (int) Math.min(pairs, most);
    }

    /** Bernstein's bound on a sum of independent coins of that mean m: P(sum > m + t) ≤ e^(−t²/(2m + 2t/3)). */
    private static double exceeded(double mean) {
        return mean + 10 * Math.sqrt(mean) + 30;
    }

    @Override
    public String toString() {
        return text(family, parameters);
    }

    private static String text(Family family, List<Double> parameters) {
        return new Call(Settings.kebab(family), parameters).toString();
    }

    private static String allowed() {
        return Arrays.stream(Family.values())
                        .map(family -> Settings.kebab(family)
                                + (family.parameters().isEmpty()
                                        ? ""
                                        : family.parameters().stream()
                                                .map(Family.Parameter::name)
                                                .collect(Collectors.joining(",", "(", ")"))))
                        .collect(Collectors.joining(", "))
                + ", or a mixture as 0.7*full + 0.3*erdos-renyi(0.5)";
    }
}
