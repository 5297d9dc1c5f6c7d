package io.millrace.cli.causal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The graph of an instance.
 *
 * @param causes of each node
 * @param effects of each node
 * @param order nodes, causes before effects, lower numbers first
 * @param reached by each node: those that a path of an edge or more leads to
 */
record Dag(List<List<Integer>> causes, List<List<Integer>> effects, List<Integer> order, List<BitSet> reached) {
    static Dag of(CausalInstance instance) {
        int nodes = instance.nodes();
        List<List<Integer>> causes = new ArrayList<>();
        List<List<Integer>> effects = new ArrayList<>();
        for (int j = 0; j < nodes; j++) {
            causes.add(new ArrayList<>());
            effects.add(new ArrayList<>());
        }
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                if (instance.edge(i, j)) {
                    effects.get(i).add(j);
                    causes.get(j).add(i);
                }
            }
        }
        List<Integer> order = order(causes, effects);
        return new Dag(causes, effects, order, reached(effects, order));
    }

    /** Kahn's (Communications of the ACM 5(11), 1962). */
    private static List<Integer> order(List<List<Integer>> causes, List<List<Integer>> effects) {
        int[] missing = causes.stream().mapToInt(List::size).toArray();
        BitSet ready = new BitSet();
        for (int j = 0; j < missing.length; j++) {
            ready.set(j, missing[j] == 0);
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.nextSetBit(0);
            ready.clear(next);
            order.add(next);
            for (int effect : effects.get(next)) {
                if (--missing[effect] == 0) {
                    ready.set(effect);
                }
            }
        }
        return order;
    }

    private static List<BitSet> reached(List<List<Integer>> effects, List<Integer> order) {
        List<BitSet> reached = new ArrayList<>();
        effects.forEach(none -> reached.add(new BitSet()));
        for (int cause : order.reversed()) {
            for (int effect : effects.get(cause)) {
                reached.get(cause).set(effect);
                reached.get(cause).or(reached.get(effect));
            }
        }
        return reached;
    }

    int nodes() {
        return causes.size();
    }

    int edges() {
        return causes.stream().mapToInt(List::size).sum();
    }

    /** Whether a node has neither causes nor effects. */
    boolean alone(int node) {
        return causes.get(node).isEmpty() && effects.get(node).isEmpty();
    }
}
