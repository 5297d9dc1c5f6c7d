package io.millrace.causal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.Made;
import io.millrace.random.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Directed graphs of a few vertices as numbers, bit {@code n·i + j}: i → j; and laws of them, which are compared with those that were made. */
final class Dags {
    private Dags() {}

    static long edge(int n, int from, int to) {
        return 1L << (n * from + to);
    }

    static boolean has(long dag, int n, int from, int to) {
        return (dag & edge(n, from, to)) != 0;
    }

    /** All permutations of 0 … n − 1. */
    static List<int[]> permutations(int n) {
        List<int[]> all = new ArrayList<>();
        permute(new int[n], 0, 0, all);
        return all;
    }

    private static void permute(int[] some, int length, int used, List<int[]> all) {
        if (length == some.length) {
            all.add(some.clone());
            return;
        }
        for (int i = 0; i < some.length; i++) {
            if ((used >> i & 1) == 0) {
                some[length] = i;
                permute(some, length + 1, used | 1 << i, all);
            }
        }
    }

    /** Orders of the nodes in which causes come first; 0 for a graph with a cycle. */
    static long extensions(long dag, int n) {
        long[] ways = new long[1 << n];
        ways[0] = 1;
        for (int placed = 0; placed < ways.length; placed++) {
            for (int j = 0; j < n; j++) {
                boolean next = (placed >> j & 1) == 0;
                for (int i = 0; i < n; i++) {
                    next &= (placed >> i & 1) == 1 || !has(dag, n, i, j);
                }
                if (next) {
                    ways[placed | 1 << j] += ways[placed];
                }
            }
        }
        return ways[ways.length - 1];
    }

    static long made(Made made, int instance) {
        int n = made.spec().width();
        long dag = 0;
        for (int e = 0; e < n * n; e++) {
            dag |= (long) made.integer("adjacency", instance, e) << e;
        }
        return dag;
    }

    /** Without directions: i &lt; j. */
    static long skeleton(long dag, int n) {
        long skeleton = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                skeleton |= has(dag, n, i, j) || has(dag, n, j, i) ? edge(n, i, j) : 0;
            }
        }
        return skeleton;
    }

    static long relabelled(long dag, int n, int[] label) {
        long other = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                other |= has(dag, n, i, j) ? edge(n, label[i], label[j]) : 0;
            }
        }
        return other;
    }

    static Map<Long, Double> relabelled(Map<Long, Double> law, int n) {
        Map<Long, Double> labelled = new TreeMap<>();
        List<int[]> labels = permutations(n);
        law.forEach((dag, p) ->
                labels.forEach(label -> labelled.merge(relabelled(dag, n, label), p / labels.size(), Double::sum)));
        return labelled;
    }

    /** Edges of a law of skeletons, which has i &lt; j, along a uniform order. */
    static Map<Long, Double> oriented(Map<Long, Double> law, int n) {
        Map<Long, Double> oriented = new TreeMap<>();
        List<int[]> ranks = permutations(n);
        law.forEach((skeleton, p) -> {
            for (int[] rank : ranks) {
                long dag = 0;
                for (int i = 0; i < n; i++) {
                    for (int j = i + 1; j < n; j++) {
                        boolean forward = rank[i] < rank[j];
                        dag |= has(skeleton, n, i, j) ? edge(n, forward ? i : j, forward ? j : i) : 0;
                    }
                }
                oriented.merge(dag, p / ranks.size(), Double::sum);
            }
        });
        return oriented;
    }

    static Map<Long, Double> skeletons(Map<Long, Double> law, int n) {
        Map<Long, Double> skeletons = new TreeMap<>();
        law.forEach((dag, p) -> skeletons.merge(skeleton(dag, n), p, Double::sum));
        return skeletons;
    }

    static Map<Long, Double> reversed(Map<Long, Double> law, int n) {
        Map<Long, Double> reversed = new TreeMap<>();
        law.forEach((dag, p) -> {
            long other = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    other |= has(dag, n, i, j) ? edge(n, j, i) : 0;
                }
            }
            reversed.merge(other, p, Double::sum);
        });
        return reversed;
    }

    /** A joins vertices i &lt; j, each pair by itself with that probability. */
    static Map<Long, Double> independent(int n, double[][] probability) {
        Map<Long, Double> law = new TreeMap<>(Map.of(0L, 1.0));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double p = probability[i][j];
                long edge = edge(n, i, j);
                Map<Long, Double> longer = new TreeMap<>();
                law.forEach((dag, q) -> {
                    merge(longer, dag, q * (1 - p));
                    merge(longer, dag | edge, q * p);
                });
                law = longer;
            }
        }
        return law;
    }

    private static void merge(Map<Long, Double> law, long dag, double p) {
        if (p > 0) {
            law.merge(dag, p, Double::sum);
        }
    }

    /** A mixture of laws, alike. */
    static Map<Long, Double> mean(List<Map<Long, Double>> laws) {
        Map<Long, Double> mean = new TreeMap<>();
        laws.forEach(law -> law.forEach((dag, p) -> mean.merge(dag, p / laws.size(), Double::sum)));
        return mean;
    }

    /** χ² of what was made; graphs that are expected less than ten times count as one. */
    static void check(String what, Map<Long, Double> law, List<Long> made) {
        assertEquals(1, law.values().stream().mapToDouble(p -> p).sum(), 1e-9);
        Map<Long, Long> seen = new TreeMap<>();
        made.forEach(dag -> seen.merge(dag, 1L, Long::sum));
        seen.keySet().forEach(dag -> assertTrue(law.containsKey(dag), () -> what + " has no graph " + dag));
        List<Long> counts = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        long rareCount = 0;
        double rare = 0;
        for (Map.Entry<Long, Double> each : law.entrySet()) {
            long count = seen.getOrDefault(each.getKey(), 0L);
            if (each.getValue() * made.size() < 10) {
                rareCount += count;
                rare += each.getValue();
            } else {
                counts.add(count);
                probabilities.add(each.getValue());
            }
        }
        if (rare > 0) {
            counts.add(rareCount);
            probabilities.add(rare);
        }
        Statistics.chiSquare(
                what,
                counts.stream().mapToLong(each -> each).toArray(),
                probabilities.stream().mapToDouble(each -> each).toArray());
    }
}
