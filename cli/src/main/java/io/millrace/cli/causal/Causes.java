package io.millrace.cli.causal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which cause each node is drawn over: the one that explains most of it on a line, among those that differ in the world where there are such. */
final class Causes {
    private static final int MOST_ROWS = 200;

    private final Dag dag;
    private final Roles roles;
    /** Of each node; −1: none. */
    private final int[] cause;
    /** The squared correlation of each node with its cause. */
    private final double[] explained;

    /** Of the graph, null where it is not known: then nodes are drawn over a target, or over any other node. */
    Causes(CausalInstance instance, Dag dag, Shown shown) {
        this.dag = dag;
        roles = shown.roles();
        int nodes = instance.nodes();
        int world = instance.based() ? -1 : shown.world();
        double[][] columns = IntStream.range(0, nodes)
                .mapToObj(node -> centred(instance.column(world, node, MOST_ROWS)))
                .toArray(double[][]::new);
        cause = new int[nodes];
        explained = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            cause[node] = -1;
            for (int candidate : candidates(node)) {
                double share = squaredCorrelation(columns[candidate], columns[node]);
                if (cause[node] < 0 || share > explained[node]) {
                    cause[node] = candidate;
                    explained[node] = share;
                }
            }
        }
    }

    /** The cause of a node; −1: none. */
    int of(int node) {
        return cause[node];
    }

    private List<Integer> candidates(int node) {
        List<Integer> causes = dag != null
                ? dag.causes().get(node)
                : IntStream.range(0, cause.length)
                        .filter(other -> other != node)
                        .boxed()
                        .toList();
        List<Integer> differing = causes.stream()
                .filter(dag != null ? roles::differs : roles.targets()::get)
                .toList();
        return differing.isEmpty() ? causes : differing;
    }

    /** Nodes with causes, those with the fewest first, for they show best how a node follows from its cause. */
    List<Integer> clearest(int most) {
        List<Integer> nodes = IntStream.range(0, cause.length)
                .boxed()
                .filter(node -> cause[node] >= 0)
                .sorted(Comparator.comparingInt((Integer node) ->
                                dag == null ? 0 : dag.causes().get(node).size())
                        .thenComparing(node -> -explained[node]))
                .limit(most)
                .toList();
        return nodes.isEmpty() ? List.of(0) : nodes;
    }

    private static double[] centred(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - mean)
                .toArray();
    }

    private static double squaredCorrelation(double[] x, double[] y) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += x[i] * x[i];
            xy += x[i] * y[i];
            yy += y[i] * y[i];
        }
        return xx > 0 && yy > 0 ? xy / xx * (xy / yy) : 0;
    }
}
