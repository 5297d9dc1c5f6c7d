package io.millrace.causal.graph;

/** Draws the edges of a graph of one family; owns scratch. */
interface Skeleton {
    /** Whether the ranks are the vertices' numbers; else a random order of them. */
    boolean directed();

    /** Joins vertices. */
    void draw(Vertices vertices);

    /** The family's, for that many nodes at most. */
    static Skeleton of(GraphLaw law, int most) {
        return switch (law.family()) {
            case ERDOS_RENYI, ERDOS_RENYI_EDGES, FULL -> new ErdosRenyi(law);
            case ERDOS_RENYI_EXACT -> new ExactEdges(law, most);
            case SCALE_FREE, SCALE_FREE_TRANSPOSE -> new ScaleFree(law, most);
            case SMALL_WORLD -> new SmallWorld(law, most);
            case STOCHASTIC_BLOCK, HIERARCHICAL, BIPARTITE -> new Blocks(law, most);
            case GEOMETRIC -> new Geometric(law, most);
        };
    }
}
