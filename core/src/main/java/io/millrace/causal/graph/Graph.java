package io.millrace.causal.graph;

import java.util.Arrays;

/** A directed acyclic graph, over and over again another: the arrays are as long as the most nodes need. */
public final class Graph {
    /** Nodes. */
    public int nodes;
    /** The family's number. */
    public int family;
    /** Nodes, causes before effects. */
    public final int[] order;
    /** Where node j stands in {@link #order}. */
    public final int[] rank;
    /** The causes of node j in ascending order: {@link #parents} from {@code parentStart[j]} to before {@code parentStart[j + 1]}. */
    public final int[] parentStart;
    /** Causes. */
    public int[] parents = new int[64];

    private final int width;
    /** Bit i of row j: i → j. */
    private final long[] causes;
    /** Bit i of row j: a path from i to j. */
    private final long[] ancestors;

    /** Of that many nodes at most. */
    public Graph(int most) {
        order = new int[most];
        rank = new int[most];
        parentStart = new int[most + 1];
        width = Math.ceilDiv(most, Long.SIZE);
        causes = new long[most * width];
        ancestors = new long[most * width];
    }

    /** Without edges. */
    void begin(int nodes) {
        this.nodes = nodes;
        Arrays.fill(causes, 0, nodes * width, 0);
    }

    /** Adds cause → effect, which is not there yet. */
    void add(int cause, int effect) {
        causes[effect * width + (cause >> 6)] |= 1L << cause;
    }

    /** Once {@link #order} and every edge are there: what follows from them. */
    void complete() {
        for (int p = 0; p < nodes; p++) {
            rank[order[p]] = p;
        }
        int edges = 0;
        for (int j = 0; j < nodes; j++) {
            parentStart[j] = edges;
            if (parents.length < edges + nodes) {
                parents = Arrays.copyOf(parents, 2 * (edges + nodes));
            }
            for (int w = 0; w < width; w++) {
                for (long bits = causes[j * width + w]; bits != 0; bits &= bits - 1) {
                    parents[edges++] = w << 6 | Long.numberOfTrailingZeros(bits);
                }
            }
        }
        parentStart[nodes] = edges;
        for (int w = 0; w < width; w++) {
            for (int p = 0; p < nodes; p++) {
                gather(order[p], w);
            }
        }
    }

    private void gather(int j, int w) {
        long all = causes[j * width + w];
        for (int e = parentStart[j]; e < parentStart[j + 1]; e++) {
            all |= ancestors[parents[e] * width + w];
        }
        ancestors[j * width + w] = all;
    }

    /** The number of edges. */
    public int edges() {
        return parentStart[nodes];
    }

    /** Whether cause → effect. */
    public boolean edge(int cause, int effect) {
        return (causes[effect * width + (cause >> 6)] >>> cause & 1) != 0;
    }

    /** Whether a path leads from one to the other, of an edge or more. */
    public boolean leads(int from, int to) {
        return (ancestors[to * width + (from >> 6)] >>> from & 1) != 0;
    }
}
