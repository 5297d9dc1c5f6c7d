package io.millrace.causal;

import io.millrace.causal.graph.GraphLaw;
import io.millrace.causal.kernel.Columns;
import io.millrace.causal.law.Mixture;
import io.millrace.causal.mechanism.Equations;
import io.millrace.spec.IntRange;
import io.millrace.spec.Settings;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Structural causal models with samples. Keys, defaults and ranges: {@link CausalKeys}.
 *
 * @param nodes of a graph, 1 … {@value #MOST_NODES}; a range is drawn from per instance, and padded
 * @param padding nodes of the tensors, not below the most nodes; 0: as many
 * @param graphs families of graphs
 * @param equations what the structural equations are drawn from
 * @param rows of the base world, 1 … {@value #MOST_ROWS}
 * @param scaling how values are standardised
 * @param largest an instance with a larger magnitude before it is standardised, or an infinite one after, is drawn again: 1 … {@value #MOST_LARGEST}
 * @param interventions the intervened worlds
 * @param fields what is written
 */
public record CausalSpec(
        IntRange nodes,
        int padding,
        Mixture<GraphLaw> graphs,
        Equations equations,
        int rows,
        Scaling scaling,
        float largest,
        Interventions interventions,
        Set<Output> fields)
        implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "causal";

    /** The most nodes. */
    public static final int MOST_NODES = 1024;

    /** The most rows of a world. */
    public static final int MOST_ROWS = 1_000_000;

    /** The largest magnitude that may be allowed: differences of two are no infinities. */
    public static final float MOST_LARGEST = 1e38f;

    /** The most numbers of an instance's equations. */
    public static final long MOST_NUMBERS = 1L << 26;

    /** The most bytes of one field of an instance. */
    public static final long MOST_BYTES = 1L << 32;

    /** 20 nodes, linear and Gaussian, 64 rows and 64 of each node's twin world: every key's default. */
    public static final CausalSpec DEFAULT = CausalKeys.parse(Map.of());

    /**
     * Checks each component, and that they go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public CausalSpec {
        Set<Output> sorted = EnumSet.noneOf(Output.class);
        sorted.addAll(fields);
        fields = Collections.unmodifiableSet(sorted);
        if (fields.isEmpty()) {
            throw new SpecException("fields", "", "one or more");
        }
        if (rows < 1 || rows > MOST_ROWS) {
            throw new SpecException("rows", rows, "1 to " + MOST_ROWS);
        }
        if (!(largest >= 1 && largest <= MOST_LARGEST)) {
            throw new SpecException("largest", largest, "1 to " + MOST_LARGEST);
        }
        if (nodes.least() < 1 || nodes.most() > MOST_NODES) {
            throw new SpecException("nodes", nodes, "1 to " + MOST_NODES);
        }
        if (padding != 0 && (padding < nodes.most() || padding > MOST_NODES)) {
            throw new SpecException(
                    "padding", padding, "auto, or " + nodes.most() + ", the most nodes, to " + MOST_NODES);
        }
        for (GraphLaw law : graphs.choices()) {
            law.requireFits(nodes);
        }
        requireFieldsFit(fields, equations, interventions);
        int width = padding == 0 ? nodes.most() : padding;
        boolean worlds = fields.contains(Output.INTERVENED) || fields.contains(Output.DELTA);
        if (worlds) {
            requireTargetsFit(interventions, nodes, width);
            if (interventions.worlds() == Worlds.TWIN && interventions.rows() > rows) {
                throw new SpecException(
                        "intervened-rows",
                        interventions.rows(),
                        "auto, or up to the rows of the base, " + rows + ", in twin worlds");
            }
        }
        requireSize(width, rows, worlds, interventions);
        requireNumbers(nodes.most(), graphs, equations);
    }

    private static void requireFieldsFit(Set<Output> fields, Equations equations, Interventions interventions) {
        for (Output output : fields) {
            refusal(output, equations, interventions.worlds()).ifPresent(why -> {
                throw new SpecException("fields has " + Settings.kebab(output) + ", and " + why);
            });
        }
        if (fields.contains(Output.TARGET) && !fields.contains(Output.INTERVENED) && !fields.contains(Output.DELTA)) {
            throw new SpecException("fields has target, which needs intervened or delta beside it");
        }
    }

    /** Why a field does not go with equations and worlds; empty if it does. */
    static Optional<String> refusal(Output output, Equations equations, Worlds worlds) {
        boolean linear = output == Output.WEIGHTS || output == Output.TOTAL_EFFECTS;
        if (linear && !equations.linear()) {
            return Optional.of("mechanism is not linear alone");
        }
        if (output == Output.TOTAL_EFFECTS && equations.heteroscedastic()) {
            return Optional.of("heteroscedastic is true: noise has effects, too");
        }
        return output == Output.DELTA && worlds == Worlds.FRESH
                ? Optional.of("worlds is fresh: rows have no twins")
                : Optional.empty();
    }

    private static void requireTargetsFit(Interventions interventions, IntRange nodes, int width) {
        if (interventions.targets() > width) {
            throw new SpecException("targets", interventions.targets(), "all, or 1 to " + width + ", the nodes");
        }
        if (interventions.size().most() > nodes.least()) {
            throw new SpecException(
                    "target-size",
                    interventions.size(),
                    "up to " + nodes.least() + ", the nodes of the smallest graph");
        }
    }

    private static void requireSize(int width, int rows, boolean worlds, Interventions interventions) {
        long others = interventions.rows() == 0 ? rows : interventions.rows();
        long count = worlds ? interventions.targets() == 0 ? width : interventions.targets() : 0;
        long bytes = 4L * width * Math.max(rows, count * others);
        long stride = Columns.stride((int) Math.max(rows, worlds ? others : 0));
        if (bytes > MOST_BYTES || 12 * width * stride > MOST_BYTES) {
            throw new SpecException("an instance of " + width + " nodes, " + rows + " rows and " + count + " worlds of "
                    + others
                    + " rows takes " + Math.max(bytes, 12 * width * stride) + " bytes in one piece: allowed is up to "
                    + MOST_BYTES + " by fewer nodes, rows, intervened-rows or targets");
        }
    }

    private static void requireNumbers(int nodes, Mixture<GraphLaw> graphs, Equations equations) {
        for (GraphLaw law : graphs.choices()) {
            long numbers = equations.mostNumbers(nodes, law.mostEdges(nodes));
            if (numbers > MOST_NUMBERS) {
                throw new SpecException("the equations of " + nodes + " nodes of " + law + " have up to " + numbers
                        + " numbers: allowed is up to " + MOST_NUMBERS + " by fewer nodes, edges, features or hidden");
            }
        }
    }

    /** Numbers of an instance's equations, at most. */
    public long mostNumbers() {
        return graphs.choices().stream()
                .mapToLong(law -> equations.mostNumbers(nodes.most(), law.mostEdges(nodes.most())))
                .max()
                .orElseThrow();
    }

    /** Nodes of the tensors. */
    public int width() {
        return padding == 0 ? nodes.most() : padding;
    }

    /** Whether tensors may have more nodes than a graph. */
    public boolean padded() {
        return !nodes.single() || width() > nodes.most();
    }

    /** How many intervened worlds an instance has. */
    public int worlds() {
        boolean any = fields.contains(Output.INTERVENED) || fields.contains(Output.DELTA);
        return !any ? 0 : interventions.targets() == 0 ? width() : interventions.targets();
    }

    /** Rows of each intervened world. */
    public int intervenedRows() {
        return interventions.rows() == 0 ? rows : interventions.rows();
    }

    /** Floats from a column to the next where those of base and worlds lie together. */
    public int stride() {
        return worlds() == 0 ? baseStride() : Math.max(baseStride(), worldStride());
    }

    /** Rows of the base, in whole steps. */
    public int baseStride() {
        return Columns.stride(rows);
    }

    /** Rows of a world, in whole steps. */
    public int worldStride() {
        return Columns.stride(intervenedRows());
    }

    /** Whether worlds follow from the base in closed form: linear twins of one target, not standardised within. */
    public boolean closedForm() {
        return worlds() > 0
                && equations.linear()
                && !equations.heteroscedastic()
                && scaling != Scaling.INTERNAL
                && interventions.worlds() == Worlds.TWIN
                && interventions.size().most() == 1;
    }

    /** This spec with one key changed, in the text form of {@link CausalKeys}. */
    public CausalSpec with(String key, Object value) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.put(key, String.valueOf(value));
        return CausalKeys.parse(settings);
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return CausalKeys.settings(this);
    }
}
