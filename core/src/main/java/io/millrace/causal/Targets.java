package io.millrace.causal;

import io.millrace.causal.graph.Graph;

/** The interventions of an instance, over and over again others. */
public final class Targets {
    /** Worlds that there are: others have no node to intervene on. */
    public int worlds;
    /** How many nodes of each world. */
    public final int[] size;
    /** Node s of world t is {@code node[t·most + s]}. */
    public final int[] node;
    /** What it is set to or shifted by, where all rows have the same. */
    public final float[] value;
    /** Nodes of a world at most. */
    public final int most;

    Targets(int worlds, int most) {
        this.most = most;
        size = new int[worlds];
        node = new int[worlds * most];
        value = new float[worlds * most];
    }

    /** Whether a target of a world leads to a node. */
    public boolean reach(int world, Graph graph, int to) {
        for (int s = world * most; s < world * most + size[world]; s++) {
            if (graph.leads(node[s], to)) {
                return true;
            }
        }
        return false;
    }
}
