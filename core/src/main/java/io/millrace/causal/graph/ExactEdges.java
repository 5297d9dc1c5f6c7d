package io.millrace.causal.graph;

import io.millrace.random.RandomStream;
import java.util.BitSet;

/** {@link Family#ERDOS_RENYI_EXACT}, by Floyd's choice without repetition (Communications of the ACM 30(9), 1987). */
final class ExactEdges implements Skeleton {
    private final GraphLaw law;
    private final BitSet chosen;

    ExactEdges(GraphLaw law, int most) {
        this.law = law;
        chosen = new BitSet(most * (most - 1) / 2);
    }

    @Override
    public boolean directed() {
        return true;
    }

    @Override
    public void draw(Vertices vertices) {
        int pairs = vertices.pairs();
        int edges = law.whole(0);
        RandomStream stream = vertices.stream(Streams.CHOICE);
        chosen.clear();
        for (int j = pairs - edges, k = 0; j < pairs; j++, k++) {
            int pair = stream.below(k, j + 1);
            chosen.set(chosen.get(pair) ? j : pair);
        }
        for (int v = 1, pair = 0; v < vertices.count(); v++) {
            for (int u = 0; u < v; u++, pair++) {
                if (chosen.get(pair)) {
                    vertices.join(u, v);
                }
            }
        }
    }
}
