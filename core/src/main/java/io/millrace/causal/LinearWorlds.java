package io.millrace.causal;

import io.millrace.causal.graph.Graph;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.kernel.Columns;
import io.millrace.causal.kernel.LinearKernel;
import io.millrace.causal.mechanism.Equation;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Twin worlds of one target of linear models in closed form: x_j of a world is that of the base and (v − x_i) times the total effect
 * T_ij of the target i; of a shift, v times it. T_ij = Σ_k w_kj T_ik over the causes k of j, in causal order, T_ii = 1. Errors are of
 * the base's and the effect's magnitude: where a world cancels what is large in the base, relative errors are larger than sampling has. Class: reproducible.
 */
final class LinearWorlds {
    private final CausalSpec spec;
    private final Prologue prologue;
    private final ColumnKernels kernels;
    private final LinearKernel kernel;
    private final Values values;
    private final boolean shifts;
    private final int width;
    private final int stride;
    /** Total effects of each world's target, a column of worlds for each node. */
    private final float[] columns;
    /** The same, a row of nodes for each world. */
    private final float[] effect;

    private final int[] at;
    /** The world whose target a node is; −1: none. */
    private final int[] worldOf;

    private final float[] move;
    private final float[] value;
    private long index;
    private int attempt;
    private int world;
    private float[] x;
    private float[] rows;
    private double largest;
    private double steepest;

    LinearWorlds(CausalSpec spec, Prologue prologue, ColumnKernels kernels) {
        this.spec = spec;
        this.prologue = prologue;
        this.kernels = kernels;
        values = new Values(spec, kernels.draws());
        shifts = spec.interventions().kind().shifts();
        width = spec.width();
        kernel = kernels.linear().apply(width);
        stride = Columns.stride(spec.worlds());
        columns = new float[width * stride];
        effect = new float[spec.worlds() * width + Columns.STEP];
        at = new int[width];
        worldOf = new int[width];
        Arrays.fill(worldOf, -1);
        move = new float[spec.worldStride()];
        value = new float[spec.worldStride()];
    }

    /**
     * Of an instance, whose base is made.
     *
     * @param x columns of the base
     * @param rows the same in rows, as they are written
     * @param largest the largest magnitude of it
     */
    void begin(long index, int attempt, float[] x, float[] rows, float largest) {
        this.index = index;
        this.attempt = attempt;
        this.x = x;
        this.rows = rows;
        this.largest = largest;
        Graph graph = prologue.graph();
        Targets targets = prologue.targets();
        for (int t = 0; t < targets.worlds; t++) {
            worldOf[targets.node[t]] = t;
        }
        if (graph.nodes < width) {
            Arrays.fill(effect, 0);
        }
        for (int p = 0; p < graph.nodes; p++) {
            effects(graph.order[p], targets.worlds);
        }
        steepest = kernels.columns().largest(columns, 0, graph.nodes * stride);
        for (int t = 0; t < targets.worlds; t++) {
            worldOf[targets.node[t]] = -1;
        }
    }

    private void effects(int node, int worlds) {
        Equation equation = prologue.equation(node);
        for (int k = 0; k < equation.causes; k++) {
            at[k] = equation.cause[k] * stride;
        }
        int to = node * stride;
        kernel.effects(equation, columns, at, stride, to);
        if (worldOf[node] >= 0) {
            columns[to + worldOf[node]] = 1;
        }
        kernels.twins().scatter(columns, to, worlds, effect, node, width);
    }

    /** Moves on to world t. */
    void next(int t) {
        world = t;
        Arrays.fill(value, 0);
        values.add(index, attempt, prologue.targets(), t, 0, value, 0);
        for (int r = 0, from = prologue.targets().node[t] * spec.baseStride(); r < move.length; r++) {
            move[r] = shifts ? value[r] : value[r] - x[from + r];
        }
    }

    /** Writes the world, of what is not standardised; whether its values are small enough. */
    boolean write(MemorySegment to, MemorySegment delta, long element) {
        int set = shifts ? -1 : prologue.targets().node[world];
        int from = world * width;
        int count = spec.intervenedRows();
        kernel.store(rows, move, value, effect, from, set, count, to, delta, element);
        boolean perRow = spec.interventions().kind().perRow();
        double furthest = perRow ? kernels.columns().largest(value, 0, value.length) : Math.abs(value[0]);
        // of moves, which are rounded
        double bound = (largest + steepest * (shifts ? furthest : furthest + largest)) * (1 + 0x1p-22);
        return bound <= spec.largest() || kernel.within(rows, move, value, effect, from, set, count, spec.largest());
    }

    /** Makes the column of a node that is not set, at {@code x[to]}. */
    void make(int node, int to) {
        kernel.column(x, node * spec.baseStride(), move, columns[node * stride + world], move.length, to);
    }
}
