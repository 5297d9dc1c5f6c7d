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
 * @param largest an instance with a larger magnitude, before it is standardised, is drawn again: 1 … 3e38
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
        fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
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
    }

    private static void requireFieldsFit(Set<Output> fields, Equations equations, Interventions interventions) {
        for (Output output : Set.of(Output.WEIGHTS, Output.TOTAL_EFFECTS)) {
            if (fields.contains(output) && !equations.linear()) {
                throw new SpecException(
                        "fields", Settings.kebab(output), "other fields where mechanism is not linear alone");
            }
        }
        if (fields.contains(Output.DELTA) && interventions.worlds() == Worlds.FRESH) {
            throw new SpecException("fields", "delta", "other fields where worlds is fresh: rows have no twins");
        }
        if (fields.contains(Output.TARGET) && !fields.contains(Output.INTERVENED) && !fields.contains(Output.DELTA)) {
            throw new SpecException("fields", "target", "other fields without intervened and delta");
        }
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

    /** Floats from a column to the next. */
    public int stride() {
        return Columns.stride(worlds() == 0 ? rows : Math.max(rows, intervenedRows()));
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
