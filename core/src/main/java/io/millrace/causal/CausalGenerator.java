package io.millrace.causal;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.causal.graph.Family;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.causal.mechanism.Noise;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import io.millrace.math.GaussKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.spec.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Structural causal models of one spec and seed.
 *
 * <table class="striped">
 * <caption>fields; N nodes of the tensors, m rows, W worlds of k rows, S targets of a world at most</caption>
 * <tr><th>{@code base}</th><td>f4 (m, N)</td><td>samples of the undisturbed world</td></tr>
 * <tr><th>{@code intervened}</th><td>f4 (W, k, N)</td><td>samples of each intervened world</td></tr>
 * <tr><th>{@code delta}</th><td>f4 (W, k, N)</td><td>intervened − base, of twins; +0 for nodes that no target leads to</td></tr>
 * <tr><th>{@code target}</th><td>i4 (W) or (W, S)</td><td>the nodes of each intervention; −1: none</td></tr>
 * <tr><th>{@code adjacency}</th><td>u1 (N, N)</td><td>1: the row is a cause of the column</td></tr>
 * <tr><th>{@code weights}</th><td>f4 (N, N)</td><td>of a linear model, row to column</td></tr>
 * <tr><th>{@code order}</th><td>i4 (N)</td><td>nodes, causes first; −1 beyond them</td></tr>
 * <tr><th>{@code descendants}</th><td>u1 (N, N)</td><td>1: a path leads from the row to the column</td></tr>
 * <tr><th>{@code total_effects}</th><td>f4 (N, N)</td><td>of a linear model, (I − W)⁻¹; infinite beyond floats</td></tr>
 * <tr><th>{@code noise_scale}</th><td>f4 (N)</td><td>standard deviation of the noise before it is spread, within s of
 * sigmoid-mix; of discrete nodes 0</td></tr>
 * <tr><th>{@code mechanism}, {@code noise}</th><td>i4 (N)</td><td>numbers of {@link Mechanism} and {@link Noise}; −1 where
 * there is none</td></tr>
 * <tr><th>{@code graph_family}</th><td>i4</td><td>number of the {@link Family}</td></tr>
 * <tr><th>{@code var_sortability}, {@code r2_sortability}</th><td>f4</td><td>see {@link Sortability}; NaN without edges</td></tr>
 * <tr><th>{@code mean}, {@code deviation}</th><td>f4 (N)</td><td>what standardised: (x − mean)/deviation; where it is done</td></tr>
 * <tr><th>{@code nodes}, {@code node_mask}</th><td>i4, u1 (N)</td><td>padded: how many; 1 for those that are there</td></tr>
 * <tr><th>{@code attempts}</th><td>i4</td><td>graphs that were thrown away since values overflowed; counter</td></tr>
 * </table>
 *
 * <p>Weights, total effects and noise scales are in the units of the samples as they are written. Nodes and worlds beyond those that are there
 * are 0. Class of every field: reproducible.
 */
public final class CausalGenerator extends SpecGenerator<CausalSpec> {
    private final Function<CausalGenerator, ColumnKernels> kernels;

    CausalGenerator(CausalSpec spec, long seed, String backend, Function<CausalGenerator, ColumnKernels> kernels) {
        super(spec, seed, backend, schema(spec));
        this.kernels = kernels;
    }

    private static Schema schema(CausalSpec spec) {
        int width = spec.width();
        List<Field> fields = new ArrayList<>();
        for (Output output : spec.fields()) {
            fields.addAll(fields(output, spec, width));
        }
        if (spec.scaling() != Scaling.NONE) {
            fields.add(Field.of("mean", DType.F4, "taken off, before it is divided", width));
            fields.add(Field.of("deviation", DType.F4, "divided by", width));
        }
        if (spec.padded()) {
            fields.add(Field.of("nodes", DType.I4, "how many"));
            fields.add(Field.of("node_mask", DType.U1, "1 for nodes that are there", width));
        }
        fields.add(Field.counter("attempts", "graphs that were thrown away: values overflowed"));
        return new Schema(fields, List.of());
    }

    private static List<Field> fields(Output output, CausalSpec spec, int width) {
        int worlds = spec.worlds();
        int size = spec.interventions().size().most();
        return switch (output) {
            case BASE -> List.of(Field.of("base", DType.F4, "samples of the undisturbed world", spec.rows(), width));
            case INTERVENED ->
                List.of(Field.of(
                        "intervened", DType.F4, "samples of each world", worlds, spec.intervenedRows(), width));
            case DELTA ->
                List.of(Field.of("delta", DType.F4, "intervened - base", worlds, spec.intervenedRows(), width));
            case TARGET ->
                List.of(
                        size == 1
                                ? Field.of("target", DType.I4, "node of each intervention; -1: none", worlds)
                                : Field.of("target", DType.I4, "nodes of each intervention; -1: none", worlds, size));
            case ADJACENCY -> List.of(Field.of("adjacency", DType.U1, "1: row causes column", width, width));
            case WEIGHTS -> List.of(Field.of("weights", DType.F4, "from row to column", width, width));
            case ORDER -> List.of(Field.of("order", DType.I4, "nodes, causes first; -1 beyond", width));
            case DESCENDANTS ->
                List.of(Field.of("descendants", DType.U1, "1: a path leads from row to column", width, width));
            case TOTAL_EFFECTS -> List.of(Field.of("total_effects", DType.F4, "of row on column", width, width));
            case NOISE_SCALE -> List.of(Field.of("noise_scale", DType.F4, "standard deviation of the noise", width));
            case MECHANISM ->
                List.of(
                        Field.of("mechanism", DType.I4, numbered(Mechanism.values()), width),
                        Field.of("noise", DType.I4, numbered(Noise.values()), width),
                        Field.of("graph_family", DType.I4, numbered(Family.values())));
            case SORTABILITY ->
                List.of(
                        Field.of("var_sortability", DType.F4, "share of paths along which variances grow"),
                        Field.of("r2_sortability", DType.F4, "share of paths along which what others explain grows"));
        };
    }

    private static String numbered(Enum<?>... constants) {
        List<String> names = new ArrayList<>();
        for (Enum<?> constant : constants) {
            names.add(constant.ordinal() + " " + Settings.kebab(constant));
        }
        return String.join(", ", names);
    }

    /** What is scalar of instances, for one thread that makes samples elsewhere, and draws the features of random functions. */
    public Prologue newPrologue() {
        return new Prologue(
                spec(), seed(), Draws.scalar(Philox.of(CausalSpec.WORKLOAD, seed())), GaussKernel.scalar(), true);
    }

    @Override
    public Worker newWorker() {
        return new CausalWorker(this, kernels.apply(this));
    }
}
