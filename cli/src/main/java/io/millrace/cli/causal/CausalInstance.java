package io.millrace.cli.causal;

import io.millrace.batch.Elements;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.Worlds;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/** One model of a dataset: whichever {@link Instances} stands at. Nodes and worlds that are there alone count. */
final class CausalInstance {
    private final CausalSpec spec;
    private final Instances at;
    private final int width;

    private CausalInstance(CausalSpec spec, Instances at) {
        this.spec = spec;
        this.at = at;
        width = spec.width();
    }

    /**
     * Over a walk of the fields that are asked for.
     *
     * @throws IllegalArgumentException if the dataset is of another workload
     * @throws io.millrace.dataset.DatasetException if it is of another version of this one
     */
    static CausalInstance of(Dataset dataset, Instances at, String format) throws IOException {
        if (!dataset.plan().workload().equals(CausalSpec.WORKLOAD)) {
            throw new IllegalArgumentException(format + " holds models of " + CausalSpec.WORKLOAD
                    + ": this dataset has instances of " + dataset.plan().workload());
        }
        return new CausalInstance((CausalSpec) dataset.spec(), at);
    }

    CausalSpec spec() {
        return spec;
    }

    long index() {
        return at.index();
    }

    boolean has(String field) {
        return at.has(field);
    }

    int nodes() {
        return at.has("nodes") ? at.field("nodes").get(Elements.I4, 0) : width;
    }

    /** Whether it is known which node is a cause of which. */
    boolean graph() {
        return at.has("adjacency") || at.has("weights");
    }

    boolean edge(int cause, int effect) {
        return at.has("adjacency") ? set("adjacency", cause, effect) : weight(cause, effect) != 0;
    }

    /** Reads which nodes are effects of one: 1. */
    void effects(int cause, byte[] effects) {
        MemorySegment.copy(at.field("adjacency"), Elements.U1, (long) cause * width, effects, 0, width);
    }

    /** Whether a path leads from one to the other, by the field {@code descendants}. */
    boolean descends(int from, int to) {
        return set("descendants", from, to);
    }

    private boolean set(String field, int row, int column) {
        return at.field(field).get(Elements.U1, (long) row * width + column) != 0;
    }

    float weight(int cause, int effect) {
        return at.field("weights").getAtIndex(Elements.F4, (long) cause * width + effect);
    }

    /** Rows of the base, or of an intervened world. */
    int rows(boolean ofBase) {
        return ofBase ? spec.rows() : spec.intervenedRows();
    }

    /** Intervened worlds. */
    int worlds() {
        boolean alone = spec.interventions().size().most() == 1;
        return alone ? Math.min(spec.worlds(), nodes()) : spec.worlds();
    }

    /** The nodes of a world's intervention; none where that is not known. */
    int[] targets(int world) {
        if (!at.has("target")) {
            return new int[0];
        }
        MemorySegment target = at.field("target");
        int most = spec.interventions().size().most();
        return IntStream.range(world * most, (world + 1) * most)
                .map(place -> target.getAtIndex(Elements.I4, place))
                .filter(node -> node >= 0)
                .toArray();
    }

    /** Whether there are rows of the base. */
    boolean based() {
        return at.has("base");
    }

    /** Whether there are rows of intervened worlds, or what gives them. */
    boolean intervened() {
        return at.has("intervened") || based() && at.has("delta");
    }

    /** Whether row j of a world is the twin of row j of a base that is there. */
    boolean paired() {
        return based() && intervened() && spec.interventions().worlds() == Worlds.TWIN;
    }

    /** Reads a row of the base. */
    void base(int row, float[] values) {
        read("base", row, values);
    }

    /** Reads a row of an intervened world. */
    void intervened(int world, int row, float[] values) {
        long place = (long) world * spec.intervenedRows() + row;
        if (at.has("intervened")) {
            read("intervened", place, values);
        } else {
            float[] delta = new float[width];
            read("delta", place, delta);
            base(row, values);
            for (int node = 0; node < width; node++) {
                values[node] += delta[node];
            }
        }
    }

    private void read(String field, long row, float[] values) {
        MemorySegment.copy(at.field(field), Elements.F4, 4 * row * width, values, 0, width);
    }

    /** A node's values in the first rows of a world, or of the base where that is −1. */
    double[] column(int world, int node, int most) {
        double[] column = new double[Math.min(most, rows(world < 0))];
        float[] values = new float[width];
        for (int row = 0; row < column.length; row++) {
            if (world < 0) {
                base(row, values);
            } else {
                intervened(world, row, values);
            }
            column[row] = values[node];
        }
        return column;
    }
}
