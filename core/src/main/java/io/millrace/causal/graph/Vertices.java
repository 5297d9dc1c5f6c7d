package io.millrace.causal.graph;

import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/** A graph while its edges are drawn: vertices 0 … n − 1 of a {@link Skeleton}, with the label and the rank that each will have. */
final class Vertices {
    private final Draws draws;
    private final RandomStream stream;
    private final int[] label;
    private final int[] position;
    private int[] words = new int[Draws.SLACK];
    private long index;
    private int attempt;
    private Graph graph;

    Vertices(int most, Philox philox, Draws draws) {
        this.draws = draws;
        stream = new RandomStream(philox);
        label = new int[most];
        position = new int[most];
    }

    /** Labels and ranks of an instance. */
    void begin(long index, int attempt, Graph graph, boolean directed) {
        this.index = index;
        this.attempt = attempt;
        this.graph = graph;
        stream(Streams.LABELS).permutation(graph.nodes, label);
        if (directed) {
            for (int v = 0; v < graph.nodes; v++) {
                position[v] = v;
            }
        } else {
            stream(Streams.RANKS).permutation(graph.nodes, position);
        }
        for (int v = 0; v < graph.nodes; v++) {
            graph.order[position[v]] = label[v];
        }
    }

    /** How many. */
    int count() {
        return graph.nodes;
    }

    /** Pairs of them. */
    int pairs() {
        return count() * (count() - 1) / 2;
    }

    /** A stream of this instance. */
    RandomStream stream(int number) {
        return stream.at(index, attempt, number);
    }

    /** A word for each pair u &lt; v, at v(v − 1)/2 + u. */
    int[] words() {
        int blocks = Draws.blocks(pairs());
        if (words.length < 4 * blocks + Draws.SLACK) {
            words = new int[4 * blocks + Draws.SLACK];
        }
        if (blocks > 0) {
            draws.words(index, 1, attempt, Streams.EDGES, blocks, words);
        }
        return words;
    }

    /** Joins two, from the one of lower rank to the other. */
    void join(int u, int v) {
        if (position[u] < position[v]) {
            graph.add(label[u], label[v]);
        } else {
            graph.add(label[v], label[u]);
        }
    }

    /** A word is below this with that probability, to 2⁻³³. */
    static long threshold(double probability) {
        return Math.round(probability * 0x1p32);
    }

    /** Whether a word is below a threshold. */
    static boolean below(int word, long threshold) {
        return Integer.toUnsignedLong(word) < threshold;
    }

    /** {@code count} distinct ones of 1 … n − 1 in ascending order into {@code cuts[1 … count]}, between 0 and n: where parts end. */
    void cuts(int count, int[] cuts) {
        int n = count();
        stream(Streams.CUTS);
        cuts[0] = 0;
        int made = 0;
        // Floyd's choice without repetition (Communications of the ACM 30(9), 1987), kept sorted
        for (int j = n - 1 - count; j < n - 1; j++) {
            int cut = 1 + stream.below(made, j + 1);
            int at = made;
            while (at > 0 && cuts[at] > cut) {
                at--;
            }
            if (at > 0 && cuts[at] == cut) {
                cut = j + 1;
                at = made;
            }
            System.arraycopy(cuts, at + 1, cuts, at + 2, made - at);
            cuts[at + 1] = cut;
            made++;
        }
        cuts[count + 1] = n;
    }
}
