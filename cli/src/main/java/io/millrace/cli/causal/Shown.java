package io.millrace.cli.causal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What is shown of an instance: of its worlds that in which most nodes move, each counted as d/(1 + d), where d is the node's mean move over its
 * standard deviation in the base; and the nodes that tell most of it.
 *
 * @param world −1: there is none
 * @param roles of the nodes in that world
 * @param moves d of each node; of worlds without twins of the base the distance of the means over the deviation
 */
record Shown(int world, Roles roles, double[] moves) {
    /** Rows that are looked at. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_TARGETS = 2;

    /** Of the graph, null where it is not known. */
    static Shown of(CausalInstance instance, Dag dag) {
        int nodes = instance.nodes();
        Shown best = new Shown(-1, Roles.none(), new double[nodes]);
        double most = -1;
        if (!instance.intervened() && !instance.has("target")) {
            return best;
        }
        Moves measure = instance.based() && instance.intervened() ? new Moves(instance) : null;
        for (int world = 0; world < instance.worlds(); world++) {
            double[] moves = measure == null ? new double[nodes] : measure.of(world);
            Roles roles = roles(instance, dag, world, moves);
            double score = IntStream.range(0, nodes)
                    .filter(node -> roles.traced()
                            ? roles.reached().get(node)
                            : !roles.targets().get(node))
                    .mapToDouble(node -> measure == null ? 1 : moves[node] / (1 + moves[node]))
                    .sum();
            if (score > most) {
                most = score;
                best = new Shown(world, roles, moves);
            }
        }
        return best;
    }

    private static Roles roles(CausalInstance instance, Dag dag, int world, double[] moves) {
        BitSet targets = new BitSet();
        BitSet reached = new BitSet();
        for (int target : instance.targets(world)) {
            targets.set(target);
        }
        boolean lineage = !targets.isEmpty() && (dag != null || instance.has("descendants"));
        for (int node = 0; node < moves.length; node++) {
            int to = node;
            boolean differs = lineage
                    ? targets.stream().anyMatch(target -> leads(instance, dag, target, to))
                    : instance.paired() && moves[node] > 0;
            reached.set(node, differs && !targets.get(node));
        }
        return new Roles(targets, reached, lineage || instance.paired());
    }

    private static boolean leads(CausalInstance instance, Dag dag, int from, int to) {
        return dag != null ? dag.reached().get(from).get(to) : instance.descends(from, to);
    }

    /** Up to so many nodes: targets, those that move most, and one that no target leads to. */
    List<Integer> nodes(Dag dag, int most) {
        List<Integer> nodes = new ArrayList<>();
        roles.targets().stream().limit(MOST_TARGETS).forEach(nodes::add);
        List<Integer> still = new ArrayList<>();
        if (roles.traced()) {
            matching(node -> !roles.differs(node)).boxed().forEach(still::add);
        }
        if (dag != null && roles.known()) {
            int target = roles.targets().nextSetBit(0);
            still.sort(Comparator.comparing(node -> !dag.reached().get(node).get(target)));
        }
        matching(node -> roles.traced()
                        ? roles.reached().get(node)
                        : !roles.targets().get(node))
                .boxed()
                .sorted(Comparator.comparingDouble(node -> -moves[node]))
                .limit(most - nodes.size() - Math.min(1, still.size()))
                .forEach(nodes::add);
        still.stream().limit(1).forEach(nodes::add);
        return nodes;
    }

    private IntStream matching(IntPredicate wanted) {
        return IntStream.range(0, moves.length).filter(wanted);
    }

    /** How far nodes move. */
    private static final class Moves {
        private final CausalInstance instance;
        private final int nodes;
        private final float[] row;
        private final float[] twin;
        private final double[] mean;
        private final double[] deviation;

        Moves(CausalInstance instance) {
            this.instance = instance;
            nodes = instance.nodes();
            row = new float[instance.spec().width()];
            twin = new float[row.length];
            mean = new double[nodes];
            deviation = new double[nodes];
            double[] squares = new double[nodes];
            int rows = Math.min(MOST_ROWS, instance.rows(true));
            for (int r = 0; r < rows; r++) {
                instance.base(r, row);
                for (int node = 0; node < nodes; node++) {
                    double offset = row[node] - mean[node];
                    mean[node] += offset / (r + 1);
                    squares[node] += offset * (row[node] - mean[node]);
                }
            }
            for (int node = 0; node < nodes; node++) {
                deviation[node] = squares[node] > 0 ? Math.sqrt(squares[node] / rows) : 1;
            }
        }

        double[] of(int world) {
            double[] moves = new double[nodes];
            int rows = Math.min(MOST_ROWS, instance.rows(false));
            boolean paired = instance.paired();
            for (int r = 0; r < rows; r++) {
                instance.intervened(world, r, row);
                if (paired) {
                    instance.base(r, twin);
                }
                for (int node = 0; node < nodes; node++) {
                    moves[node] += paired ? Math.abs(row[node] - (double) twin[node]) : row[node] - mean[node];
                }
            }
            for (int node = 0; node < nodes; node++) {
                moves[node] = Math.abs(moves[node]) / rows / deviation[node];
            }
            return moves;
        }
    }
}
