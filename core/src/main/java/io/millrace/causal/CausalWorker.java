package io.millrace.causal;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.kernel.Columns;
import io.millrace.causal.law.Law;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.random.Draws;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * One thread's models: instance after instance, the base first, then world after world. Columns stay in the caches: those of the base and of a
 * world, and with {@link Scaling#Z_SCORE} the same again as they are written. Between worlds, a world's columns are those of the base.
 */
final class CausalWorker implements Worker {
    /** Attempts of an instance, the first among them. */
    static final int MOST_ATTEMPTS = 10_000;

    private final CausalSpec spec;
    private final ColumnKernels kernels;
    private final Prologue prologue;
    private final Sampler sampler;
    private final Moments moments;
    private final Truth truth;
    private final int width;
    private final int stride;
    /** Where a world's columns begin, behind the base's. */
    private final int world;
    /** Where the columns begin that are written of the base. */
    private final int shown;
    /** Where those begin that are written of a world. */
    private final int written;

    private final float[] x;
    /** Where the column of each node begins in the world that is made. */
    private final int[] column;
    /** The slot of a node among a world's targets; −1: it is none. */
    private final int[] slot;

    private final float[] rows;
    private final int[] words;
    private MemorySegment base;
    private MemorySegment intervened;
    private MemorySegment delta;
    private MemorySegment attempts;

    CausalWorker(CausalGenerator generator, ColumnKernels kernels) {
        this.spec = generator.spec();
        this.kernels = kernels;
        prologue = new Prologue(spec, generator.seed(), kernels.draws());
        sampler = new Sampler(spec, kernels);
        width = spec.width();
        stride = spec.stride();
        moments = new Moments(width);
        truth = new Truth(spec, prologue, moments);
        world = width * stride;
        shown = spec.scaling() == Scaling.Z_SCORE ? 2 * world : 0;
        written = shown + world;
        x = new float[written + world];
        column = new int[width];
        slot = new int[width];
        Arrays.fill(slot, -1);
        rows = new float[spec.rows() * width];
        words = new int[2 * stride + Draws.SLACK];
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        base = spec.fields().contains(Output.BASE) ? batch.tensor("base") : null;
        intervened = spec.fields().contains(Output.INTERVENED) ? batch.tensor("intervened") : null;
        delta = spec.fields().contains(Output.DELTA) ? batch.tensor("delta") : null;
        attempts = batch.tensor("attempts");
        truth.bind(batch);
        for (int row = 0; row < count; row++) {
            int attempt = 0;
            while (!made(first + row, attempt, row)) {
                if (++attempt == MOST_ATTEMPTS) {
                    throw new GenerationException(first + row, tooLarge(spec), null);
                }
            }
            attempts.setAtIndex(Elements.I4, row, attempt);
            truth.write(row, x, shown);
        }
    }

    /** Why there is no instance. */
    static String tooLarge(CausalSpec spec) {
        return "each of " + MOST_ATTEMPTS + " graphs had a value beyond largest, "
                + spec.settings().get("largest")
                + ": make weights, nodes or edges fewer or smaller, or scaling internal";
    }

    /** Makes an attempt of an instance; whether all its values are small enough. */
    private boolean made(long index, int attempt, int row) {
        prologue.draw(index, attempt);
        Graph graph = prologue.graph();
        sampler.draw(index, attempt, 0, graph.nodes, prologue);
        if (!sampleBase(graph)) {
            return false;
        }
        writeBase(graph, row);
        Targets targets = prologue.targets();
        for (int t = 0; t < targets.worlds; t++) {
            if (!sampleWorld(index, attempt, graph, t)) {
                return false;
            }
            writeWorld(row, t);
            restore(graph);
        }
        blank(row, targets.worlds);
        return true;
    }

    private boolean sampleBase(Graph graph) {
        for (int p = 0; p < graph.nodes; p++) {
            int j = graph.order[p];
            column[j] = j * stride;
            sampler.make(j, prologue.equation(j), x, column, spec.rows(), column[j]);
            if (!kernels.columns().within(x, column[j], spec.rows(), spec.largest())) {
                return false;
            }
            if (spec.scaling() != Scaling.NONE) {
                moments.measure(j, x, column[j], spec.rows());
            }
            if (spec.scaling() == Scaling.INTERNAL) {
                scale(j, column[j], spec.rows(), column[j]);
            }
        }
        return true;
    }

    private void scale(int node, int from, int count, int to) {
        kernels.columns().scale(x, from, Columns.stride(count), moments.mean[node], moments.factor(node), to);
    }

    private void writeBase(Graph graph, int row) {
        int made = graph.nodes * stride;
        if (shown > 0) {
            for (int j = 0; j < graph.nodes; j++) {
                scale(j, j * stride, spec.rows(), shown + j * stride);
            }
        }
        if (made < world) {
            for (int begin = 0; begin < x.length; begin += world) {
                Arrays.fill(x, begin + made, begin + world, 0);
            }
        }
        if (base != null) {
            kernels.transpose().store(x, shown, spec.rows(), base, (long) row * spec.rows() * width);
        }
        if (delta != null) {
            kernels.transpose().load(x, shown, spec.intervenedRows(), rows);
        }
        if (spec.worlds() > 0) {
            System.arraycopy(x, 0, x, world, made);
            System.arraycopy(x, shown, x, written, made);
        }
    }

    private boolean sampleWorld(long index, int attempt, Graph graph, int t) {
        Targets targets = prologue.targets();
        int from = t * targets.most;
        int first = graph.nodes;
        for (int s = 0; s < targets.size[t]; s++) {
            int node = targets.node[from + s];
            slot[node] = s;
            first = Math.min(first, graph.rank[node]);
        }
        boolean fresh = spec.interventions().worlds() == Worlds.FRESH;
        if (fresh) {
            sampler.draw(index, attempt, 1 + t, graph.nodes, prologue);
            first = 0;
        }
        boolean good = true;
        for (int p = first; p < graph.nodes && good; p++) {
            int j = graph.order[p];
            if (fresh || slot[j] >= 0 || affected(graph, targets, t, j)) {
                good = makeNode(index, attempt, j, t);
            }
        }
        for (int s = 0; s < targets.size[t]; s++) {
            slot[targets.node[from + s]] = -1;
        }
        return good;
    }

    private static boolean affected(Graph graph, Targets targets, int t, int node) {
        for (int s = 0; s < targets.size[t]; s++) {
            if (graph.leads(targets.node[t * targets.most + s], node)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the column of a target or of a node that one leads to; whether its values are small enough. */
    private boolean makeNode(long index, int attempt, int node, int t) {
        int count = spec.intervenedRows();
        int to = world + node * stride;
        boolean target = slot[node] >= 0;
        boolean shifts = spec.interventions().kind().shifts();
        boolean internal = spec.scaling() == Scaling.INTERNAL;
        if (target && !shifts) {
            Arrays.fill(x, to, to + stride, 0);
        } else {
            sampler.make(node, prologue.equation(node), x, column, count, to);
            if (internal) {
                if (!kernels.columns().within(x, to, count, spec.largest())) {
                    return false;
                }
                scale(node, to, count, to);
            }
        }
        if (target) {
            shift(index, attempt, t * prologue.targets().most + slot[node], to);
        }
        column[node] = to;
        if (shown > 0) {
            scale(node, to, count, written + node * stride);
        }
        return kernels.columns().within(x, to, count, spec.largest());
    }

    /** Adds the value of a target to its rows. */
    private void shift(long index, int attempt, int place, int to) {
        if (!spec.interventions().kind().perRow()) {
            float value = prologue.targets().value[place];
            for (int r = to; r < to + stride; r++) {
                x[r] += value;
            }
            return;
        }
        Law law = spec.interventions().value();
        int blocks = stride / 2;
        kernels.draws().words(index, 1, attempt, Streams.ROW_VALUES, place * blocks, blocks, words);
        for (int r = 0; r < stride; r++) {
            x[to + r] += law.at(words[r], words[stride + r]);
        }
    }

    private void writeWorld(int row, int t) {
        int count = spec.intervenedRows();
        long element = ((long) row * spec.worlds() + t) * count * width;
        if (intervened != null && delta != null) {
            kernels.transpose().twin(x, written, count, rows, intervened, delta, element);
        } else if (intervened != null) {
            kernels.transpose().store(x, written, count, intervened, element);
        } else {
            kernels.transpose().difference(x, written, count, rows, delta, element);
        }
    }

    /** The world's columns are those of the base again. */
    private void restore(Graph graph) {
        for (int j = 0; j < graph.nodes; j++) {
            int own = j * stride;
            if (column[j] != own) {
                System.arraycopy(x, own, x, world + own, stride);
                System.arraycopy(x, shown + own, x, written + own, stride);
                column[j] = own;
            }
        }
    }

    /** Zeros for the worlds that are not there. */
    private void blank(int row, int worlds) {
        long bytes = 4L * spec.intervenedRows() * width;
        long from = ((long) row * spec.worlds() + worlds) * bytes;
        long size = (spec.worlds() - worlds) * bytes;
        if (size > 0 && intervened != null) {
            intervened.asSlice(from, size).fill((byte) 0);
        }
        if (size > 0 && delta != null) {
            delta.asSlice(from, size).fill((byte) 0);
        }
    }

    @Override
    public void close() {}
}
