package io.millrace.causal;

import io.millrace.batch.Batch;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.kernel.Columns;
import io.millrace.generator.Worker;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * One thread's models: instance after instance, the base first, then world after world. Everything is computed in columns, which stay in the caches, and
 * written in rows. Of a world only those nodes are made that differ from the base; its rows are the base's in between.
 */
final class CausalWorker implements Worker {
    private final CausalSpec spec;
    private final ColumnKernels kernels;
    private final Prologue prologue;
    private final Sampler sampler;
    private final Values values;
    private final Moments moments;
    private final int width;
    private final int stride;
    /** Columns of the base, of a world, of the base as it is written where that is scaled, and one more. */
    private final float[] x;
    /** Where the columns of a world begin. */
    private final int world;
    /** Where those begin that are written of the base. */
    private final int shown;
    /** A column of a world as it is written where that is scaled. */
    private final int scaled;
    /** Where the column of each node begins in the world that is made. */
    private final int[] column;
    /** The slot of a node among a world's targets; −1: it is none. */
    private final int[] slot;
    /** The nodes that differ in the world that is made. */
    private final int[] differs;

    private int differing;
    /** Rows as they are written, of the base and of a world. */
    private final float[] baseRows;

    private final float[] worldRows;
    /** The largest magnitude of what was made since this was 0. */
    private float largest;
    /** Null where worlds are sampled. */
    private final LinearWorlds linear;
    /** Whether those are written as they are made, in rows. */
    private final boolean byRows;

    private MemorySegment base;
    private MemorySegment intervened;
    private MemorySegment delta;

    CausalWorker(CausalGenerator generator, ColumnKernels kernels) {
        this.spec = generator.spec();
        this.kernels = kernels;
        prologue = new Prologue(spec, generator.seed(), kernels.draws(), kernels.normals(), false);
        sampler = new Sampler(spec, kernels);
        values = new Values(spec, kernels.draws());
        width = spec.width();
        stride = spec.stride();
        moments = prologue.moments();
        int columns = spec.nodes().most() * stride;
        world = columns;
        shown = spec.scaling() == Scaling.Z_SCORE ? 2 * columns : 0;
        scaled = 3 * columns;
        x = new float[spec.scaling() == Scaling.Z_SCORE ? scaled + stride : 2 * columns];
        column = new int[width];
        slot = new int[width];
        differs = new int[width];
        Arrays.fill(slot, -1);
        int most = spec.worlds() == 0 ? spec.rows() : Math.max(spec.rows(), spec.intervenedRows());
        baseRows = new float[most * width + Columns.STEP];
        linear = spec.closedForm() ? new LinearWorlds(spec, prologue, kernels) : null;
        byRows = linear != null && spec.scaling() == Scaling.NONE;
        worldRows = new float[spec.worlds() == 0 || byRows ? 0 : baseRows.length];
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        base = spec.fields().contains(Output.BASE) ? batch.tensor("base") : null;
        intervened = spec.fields().contains(Output.INTERVENED) ? batch.tensor("intervened") : null;
        delta = spec.fields().contains(Output.DELTA) ? batch.tensor("delta") : null;
        prologue.bind(batch);
        for (int row = 0; row < count; row++) {
            int attempt = 0;
            while (!made(first + row, attempt, row)) {
                attempt = prologue.next(first + row, attempt);
            }
            prologue.truth(row, attempt, x, shown, stride);
        }
    }

    /** Makes an attempt of an instance; whether all its values are small enough. */
    private boolean made(long index, int attempt, int row) {
        prologue.draw(index, attempt);
        Graph graph = prologue.graph();
        sampler.drawBase(index, attempt, graph.nodes, prologue);
        if (!sampleBase(graph)) {
            return false;
        }
        writeBase(graph, row);
        int worlds = prologue.targets().worlds;
        if (linear != null) {
            linear.begin(index, attempt, x, baseRows, largest);
        }
        for (int t = 0; t < worlds; t++) {
            long element = ((long) row * spec.worlds() + t) * spec.intervenedRows() * width;
            if (linear != null) {
                linear.next(t);
            }
            if (byRows ? !linear.write(intervened, delta, element) : !sampleWorld(index, attempt, graph, t)) {
                return false;
            }
            if (!byRows) {
                writeWorld(element);
            }
        }
        blank(intervened, row, worlds);
        blank(delta, row, worlds);
        return true;
    }

    private boolean sampleBase(Graph graph) {
        largest = 0;
        for (int p = 0; p < graph.nodes; p++) {
            int j = graph.order[p];
            column[j] = j * stride;
            sampler.make(j, prologue.equation(j), x, column, spec.rows(), column[j]);
            if (!within(column[j], spec.rows(), spec.largest())) {
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

    /** Whether no value of a column is larger. */
    private boolean within(int at, int count, float most) {
        float found = kernels.columns().largest(x, at, count);
        largest = Math.max(largest, found);
        return found <= most;
    }

    private void scale(int node, int from, int count, int to) {
        kernels.columns().scale(x, from, Columns.stride(count), moments.mean[node], moments.factor(node), to);
    }

    private void writeBase(Graph graph, int row) {
        int count = spec.rows() * width;
        if (graph.nodes < width) {
            Arrays.fill(baseRows, 0);
        }
        for (int j = 0; j < graph.nodes; j++) {
            if (shown > 0) {
                scale(j, j * stride, spec.rows(), shown + j * stride);
            }
            kernels.twins().scatter(x, shown + j * stride, spec.rows(), baseRows, j, width);
        }
        if (base != null) {
            kernels.rows().floats(baseRows, 0, count, base, (long) row * count);
        }
        if (worldRows.length > 0) {
            System.arraycopy(baseRows, 0, worldRows, 0, spec.intervenedRows() * width);
        }
    }

    private boolean sampleWorld(long index, int attempt, Graph graph, int t) {
        Targets targets = prologue.targets();
        boolean fresh = spec.interventions().worlds() == Worlds.FRESH;
        int first = fresh ? 0 : graph.nodes;
        for (int s = 0; s < targets.size[t]; s++) {
            int node = targets.node[t * targets.most + s];
            slot[node] = s;
            first = Math.min(first, graph.rank[node]);
        }
        if (fresh) {
            sampler.drawFresh(index, attempt, t, graph.nodes, prologue);
        }
        boolean good = true;
        differing = 0;
        for (int p = first; p < graph.nodes && good; p++) {
            int j = graph.order[p];
            if (fresh || slot[j] >= 0 || targets.reach(t, graph, j)) {
                good = sampleNode(index, attempt, j, t);
            }
        }
        for (int s = 0; s < targets.size[t]; s++) {
            slot[targets.node[t * targets.most + s]] = -1;
        }
        return good;
    }

    /** Makes a node of a world that differs from the base's; whether its values are small enough. */
    private boolean sampleNode(long index, int attempt, int node, int t) {
        int count = spec.intervenedRows();
        int to = world + node * stride;
        boolean target = slot[node] >= 0;
        boolean internal = spec.scaling() == Scaling.INTERNAL;
        boolean good = true;
        boolean set = target && !spec.interventions().kind().shifts();
        if (set) {
            Arrays.fill(x, to, to + stride, 0);
        } else if (linear != null) {
            linear.make(node, to);
        } else {
            sampler.make(node, prologue.equation(node), x, column, count, to);
            if (internal) {
                good = within(to, count, spec.largest());
                scale(node, to, count, to);
            }
        }
        if (set || target && linear == null) {
            values.add(index, attempt, prologue.targets(), t, slot[node], x, to);
        }
        column[node] = to;
        differs[differing++] = node;
        good &= within(to, count, internal ? Float.MAX_VALUE : spec.largest());
        if (shown > 0) {
            scale(node, to, count, scaled);
            to = scaled;
            good &= within(to, count, Float.MAX_VALUE);
        }
        kernels.twins().scatter(x, to, count, worldRows, node, width);
        return good;
    }

    /** Writes the world's rows, which then are the base's again, as its columns are. */
    private void writeWorld(long element) {
        int count = spec.intervenedRows() * width;
        if (intervened != null && delta != null) {
            kernels.twins().store(worldRows, baseRows, count, intervened, delta, element);
        } else if (delta != null) {
            kernels.twins().difference(worldRows, baseRows, count, delta, element);
        } else {
            kernels.rows().floats(worldRows, 0, count, intervened, element);
            System.arraycopy(baseRows, 0, worldRows, 0, count);
        }
        for (int k = 0; k < differing; k++) {
            column[differs[k]] = differs[k] * stride;
        }
    }

    /** Zeros for the worlds that are not there. */
    private void blank(MemorySegment tensor, int row, int worlds) {
        long bytes = 4L * spec.intervenedRows() * width;
        long size = (spec.worlds() - worlds) * bytes;
        if (tensor != null && size > 0) {
            tensor.asSlice(((long) row * spec.worlds() + worlds) * bytes, size).fill((byte) 0);
        }
    }

    @Override
    public void close() {}
}
