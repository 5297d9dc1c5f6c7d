package io.millrace.causal.graph;

import io.millrace.causal.law.Mixture;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.IntRange;

/** Draws graphs. One thread's. Class: exact, but for weights of attachment that are no integer powers: reproducible. */
public final class GraphReader {
    private final Mixture<GraphLaw> laws;
    private final IntRange nodes;
    private final RandomStream stream;
    private final Vertices vertices;
    private final Skeleton[] skeletons;

    /** Of these families and numbers of nodes. */
    public GraphReader(Mixture<GraphLaw> laws, IntRange nodes, Philox philox, Draws draws) {
        this.laws = laws;
        this.nodes = nodes;
        stream = new RandomStream(philox);
        vertices = new Vertices(nodes.most(), philox, draws);
        skeletons = laws.choices().stream()
                .map(law -> Skeleton.of(law, nodes.most()))
                .toArray(Skeleton[]::new);
    }

    /** Draws the graph of an instance; its number of nodes is that of the first attempt. */
    public void read(long index, int attempt, Graph graph) {
        int n = nodes.single()
                ? nodes.least()
                : nodes.least() + stream.at(index, 0, Streams.SIZE).below(0, nodes.most() - nodes.least() + 1);
        int choice = laws.indexAt(stream.at(index, attempt, Streams.FAMILY), 0);
        GraphLaw law = laws.choices().get(choice);
        graph.family = law.family().ordinal();
        graph.begin(n);
        vertices.begin(index, attempt, graph, skeletons[choice].directed());
        skeletons[choice].draw(vertices);
        graph.complete();
    }
}
