package io.millrace.causal.graph;

import static io.millrace.causal.graph.Dags.edge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Made;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of labelled graphs of a few nodes, enumerated here for each family; sizes and shapes of larger ones. False-alarm rates are those of
 * {@link Statistics}.
 */
class GraphLawTest {
    private static final long SEED = 20261129;
    private static final String BARE = " rows=1 fields=adjacency,order";

    private static List<Long> made(int n, String graph, int count) {
        List<Long> dags = new ArrayList<>();
        try (Made made = Made.of("nodes=" + n + " graph=" + graph + BARE, SEED, count)) {
            for (int i = 0; i < count; i++) {
                dags.add(Dags.made(made, i));
            }
        }
        return dags;
    }

    private static double[][] all(int n, double p) {
        double[][] all = new double[n][n];
        Arrays.stream(all).forEach(row -> Arrays.fill(row, p));
        return all;
    }

    /** A labelled graph of e edges in a random order has the probability (its linear extensions)/n!·p^e·(1 − p)^(pairs − e). */
    @ParameterizedTest
    @CsvSource({"3, 0.5, 25, 10000", "3, 0.3, 25, 10000", "4, 0.5, 543, 40000"})
    void erdosRenyi(int n, double p, int dags, int count) {
        Map<Long, Double> law = new TreeMap<>();
        int pairs = n * (n - 1) / 2;
        int orders = Dags.permutations(n).size();
        for (long dag = 0; dag < 1L << (n * n); dag++) {
            long loops = 0;
            for (int i = 0; i < n; i++) {
                loops |= dag & edge(n, i, i);
            }
            long extensions = loops == 0 ? Dags.extensions(dag, n) : 0;
            if (extensions > 0) {
                int e = Long.bitCount(dag);
                law.put(dag, (double) extensions / orders * Math.pow(p, e) * Math.pow(1 - p, pairs - e));
            }
        }
        assertEquals(dags, law.size());
        List<Long> made = made(n, "erdos-renyi(" + p + ")", count);
        assertEquals(dags, new HashSet<>(made).size(), "every labelled graph is reached");
        Dags.check("erdos-renyi", law, made);
    }

    @ParameterizedTest
    @CsvSource({"6, erdos-renyi-edges(1.5), 0.6", "4, erdos-renyi-edges(100), 0.99", "7, erdos-renyi(0.15), 0.15"})
    void edgesAreBinomial(int n, String graph, double p) {
        int count = 10_000;
        int pairs = n * (n - 1) / 2;
        double sum = 0;
        double square = 0;
        for (long dag : made(n, graph, count)) {
            int edges = Long.bitCount(dag);
            sum += edges;
            square += (edges - pairs * p) * (edges - pairs * p);
        }
        double variance = pairs * p * (1 - p);
        Statistics.mean("edges", sum / count, pairs * p, variance, count);
        // fourth central moment of a binomial: 3σ⁴ + σ²(1 − 6p(1 − p))
        double spread = 2 * variance * variance + variance * (1 - 6 * p * (1 - p));
        Statistics.mean("their variance", square / count, variance, spread, count);
    }

    @Test
    void certainties() {
        made(5, "erdos-renyi(0)", 50).forEach(dag -> assertEquals(0, dag));
        made(5, "erdos-renyi(1)", 50).forEach(dag -> assertEquals(10, Long.bitCount(dag)));
        made(5, "erdos-renyi-edges(0)", 50).forEach(dag -> assertEquals(0, dag));
        made(5, "erdos-renyi-exact(0)", 50).forEach(dag -> assertEquals(0, dag));
        made(5, "geometric(1.5)", 50).forEach(dag -> assertEquals(10, Long.bitCount(dag)));
        made(5, "geometric(0)", 50).forEach(dag -> assertEquals(0, dag));
        Map<Long, Double> orders = Dags.relabelled(Dags.independent(4, all(4, 1)), 4);
        assertEquals(24, orders.size());
        Dags.check("full", orders, made(4, "full", 3_000));
    }

    /** Every set of s pairs alike, in a random order. */
    @ParameterizedTest
    @CsvSource({"4, 3", "4, 6", "5, 3", "5, 9"})
    void exactEdges(int n, int edges) {
        int pairs = n * (n - 1) / 2;
        Map<Long, Double> sets = new TreeMap<>();
        Dags.independent(n, all(n, 0.5)).keySet().stream()
                .filter(skeleton -> Long.bitCount(skeleton) == edges)
                .forEach(skeleton -> sets.put(skeleton, 1.0));
        sets.replaceAll((skeleton, p) -> 1.0 / sets.size());
        assertTrue(sets.size() >= 1 && pairs >= edges);
        List<Long> made = made(n, "erdos-renyi-exact(" + edges + ")", 15_000);
        made.forEach(dag -> assertEquals(edges, Long.bitCount(dag)));
        if (sets.size() > 1) {
            Dags.check(
                    "sets",
                    sets,
                    made.stream().map(dag -> Dags.skeleton(dag, n)).toList());
        }
        if (n == 4) {
            Dags.check("graphs", Dags.relabelled(sets, n), made);
        }
    }

    /** Edges new → old, by attachments one after another. */
    private static Map<Long, Double> attachments(int n, int links, double power) {
        Map<Long, Double> law = new TreeMap<>();
        attach(n, links, power, 1, 0, 0, 1, law);
        return law;
    }

    private static void attach(
            int n, int links, double power, int vertex, long before, long chosen, double p, Map<Long, Double> law) {
        if (vertex == n) {
            law.merge(before, p, Double::sum);
            return;
        }
        if (Long.bitCount(chosen) == Math.min(links, vertex)) {
            attach(n, links, power, vertex + 1, before | chosen, 0, p, law);
            return;
        }
        double[] weight = new double[vertex];
        double total = 0;
        for (int u = 0; u < vertex; u++) {
            int degree = 0;
            for (int other = 0; other < vertex; other++) {
                degree += Dags.has(before, n, u, other) || Dags.has(before, n, other, u) ? 1 : 0;
            }
            boolean free = (chosen & edge(n, vertex, u)) == 0;
            weight[u] = !free ? 0 : vertex == 1 ? 1 : Math.pow(degree, power);
            total += weight[u];
        }
        for (int u = 0; u < vertex; u++) {
            if (weight[u] > 0) {
                attach(n, links, power, vertex, before, chosen | edge(n, vertex, u), p * weight[u] / total, law);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 0", "4, 1, 1", "4, 1, 2", "4, 2, 1", "5, 1, 1", "5, 2, 1.5", "4, 3, 1", "4, 7, 1"})
    void scaleFree(int n, int links, double power) {
        int count = 15_000;
        String parameters = "(" + links + "," + power + ")";
        Map<Long, Double> law = Dags.relabelled(attachments(n, links, power), n);
        List<Long> made = made(n, "scale-free" + parameters, count);
        int edges = 0;
        for (int v = 1; v < n; v++) {
            edges += Math.min(links, v);
        }
        for (long dag : made) {
            assertEquals(edges, Long.bitCount(dag));
        }
        Dags.check("scale-free", law, made);
        Dags.check("transposed", Dags.reversed(law, n), made(n, "scale-free-transpose" + parameters, count));
    }

    /** Known: of three steps with one edge the third meets the hub with probability 2^a/(2^a + 2). */
    @Test
    void starsAndPaths() {
        for (double power = 0; power <= 2; power++) {
            double stars = 0;
            for (Map.Entry<Long, Double> each : attachments(4, 1, power).entrySet()) {
                int most = 0;
                for (int u = 0; u < 4; u++) {
                    int degree = 0;
                    for (int v = 0; v < 4; v++) {
                        degree += Dags.has(each.getKey(), 4, u, v) || Dags.has(each.getKey(), 4, v, u) ? 1 : 0;
                    }
                    most = Math.max(most, degree);
                }
                stars += most == 3 ? each.getValue() : 0;
            }
            assertEquals(Math.pow(2, power) / (Math.pow(2, power) + 2), stars, 1e-12);
        }
    }

    /** Skeletons of a ring with its k nearest, rewired edge by edge. */
    private static Map<Long, Double> rewired(int n, int k, double p) {
        long ring = 0;
        for (int v = 0; v < n; v++) {
            for (int d = 1; d <= k / 2; d++) {
                ring |= pair(n, v, (v + d) % n);
            }
        }
        Map<Long, Double> law = new TreeMap<>(Map.of(ring, 1.0));
        for (int d = 1; d <= k / 2; d++) {
            for (int v = 0; v < n; v++) {
                Map<Long, Double> next = new TreeMap<>();
                long old = pair(n, v, (v + d) % n);
                for (Map.Entry<Long, Double> each : law.entrySet()) {
                    List<Long> free = new ArrayList<>();
                    for (int u = 0; u < n; u++) {
                        if (u != v && (each.getKey() & pair(n, u, v)) == 0) {
                            free.add(pair(n, u, v));
                        }
                    }
                    double q = each.getValue();
                    next.merge(each.getKey(), free.isEmpty() ? q : q * (1 - p), Double::sum);
                    for (long other : free) {
                        next.merge(each.getKey() & ~old | other, q * p / free.size(), Double::sum);
                    }
                }
                next.values().removeIf(q -> q == 0);
                law = next;
            }
        }
        return law;
    }

    private static long pair(int n, int u, int v) {
        return edge(n, Math.min(u, v), Math.max(u, v));
    }

    /** Skeletons with other labels. */
    private static Map<Long, Double> labelledSkeletons(Map<Long, Double> law, int n) {
        return Dags.skeletons(Dags.relabelled(law, n), n);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 0.5", "5, 2, 0.3", "5, 2, 1", "5, 4, 0.5", "5, 2, 0"})
    void smallWorld(int n, int k, double p) {
        List<Long> made = made(n, "small-world(" + k + "," + p + ")", 15_000);
        made.forEach(dag -> assertEquals(n * k / 2, Long.bitCount(dag)));
        Map<Long, Double> skeletons = labelledSkeletons(rewired(n, k, p), n);
        if (skeletons.size() > 1) {
            Dags.check(
                    "skeletons",
                    skeletons,
                    made.stream().map(dag -> Dags.skeleton(dag, n)).toList());
        }
        if (n == 4) {
            Dags.check("graphs", Dags.oriented(skeletons, n), made);
        }
    }

    /** Without rewiring a ring: degrees are k, triangles as many as nodes where k is 4; with it, of few edges per pair, about a share p is new. */
    @Test
    void ring() {
        int n = 40;
        int count = 400;
        try (Made made = Made.of("nodes=40 graph=small-world(4,0)" + BARE, SEED, 20)) {
            for (int i = 0; i < 20; i++) {
                int triangles = 0;
                for (int u = 0; u < n; u++) {
                    int degree = 0;
                    for (int v = 0; v < n; v++) {
                        degree += joined(made, i, u, v) ? 1 : 0;
                        for (int w = 0; w < v && v < u; w++) {
                            triangles +=
                                    joined(made, i, u, v) && joined(made, i, v, w) && joined(made, i, u, w) ? 1 : 0;
                        }
                    }
                    assertEquals(4, degree);
                }
                assertEquals(n, triangles);
            }
        }
        // of a ring with k = 2, a node that keeps its degree of 2 has both its edges, or as many new as lost: none is
        // below 1
        int least = n;
        try (Made made = Made.of("nodes=40 graph=small-world(2,0.5)" + BARE, SEED, count)) {
            for (int i = 0; i < count; i++) {
                assertEquals(n, made.edges(i));
                for (int u = 0; u < n; u++) {
                    int degree = 0;
                    for (int v = 0; v < n; v++) {
                        degree += joined(made, i, u, v) ? 1 : 0;
                    }
                    least = Math.min(least, degree);
                }
            }
        }
        assertEquals(1, least);
    }

    private static boolean joined(Made made, int instance, int u, int v) {
        return made.edge(instance, u, v) || made.edge(instance, v, u);
    }

    /** The parts of n vertices for each way to end them. */
    private static List<int[]> divisions(int n, int parts) {
        List<int[]> all = new ArrayList<>();
        for (int ends = 0; ends < 1 << (n - 1); ends++) {
            if (Integer.bitCount(ends) == parts - 1) {
                int[] part = new int[n];
                for (int v = 1; v < n; v++) {
                    part[v] = part[v - 1] + (ends >> (v - 1) & 1);
                }
                all.add(part);
            }
        }
        return all;
    }

    private static Map<Long, Double> blocks(int n, int parts, double wanted, double damped, boolean inside) {
        List<Map<Long, Double>> laws = new ArrayList<>();
        for (int[] part : divisions(n, parts)) {
            double[][] weight = new double[n][n];
            double sum = 0;
            for (int u = 0; u < n; u++) {
                for (int v = u + 1; v < n; v++) {
                    weight[u][v] = part[u] == part[v] ? inside ? 1 : 0 : damped;
                    sum += weight[u][v];
                }
            }
            for (double[] row : weight) {
                for (int v = 0; v < n; v++) {
                    row[v] *= Math.min(0.99, wanted * n / sum);
                }
            }
            laws.add(Dags.independent(n, weight));
        }
        return Dags.mean(laws);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5, 0.25", "3, 0.4, 0.5", "1, 0.6, 0", "4, 0.3, 1", "9, 0.3, 1", "2, 0.2, 0"})
    void stochasticBlock(int parts, double wanted, double damped) {
        Map<Long, Double> vertices = blocks(4, Math.min(4, parts), wanted, damped, true);
        Map<Long, Double> law = Dags.oriented(labelledSkeletons(vertices, 4), 4);
        String graph = "stochastic-block(" + wanted + "," + parts + "," + damped + ")";
        List<Long> made = made(4, graph, 20_000);
        Dags.check(graph, law, made);
        double sum = made.stream().mapToInt(Long::bitCount).sum();
        Statistics.mean("edges", sum / made.size(), 4 * wanted, 6, made.size());
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "3, 0.7", "4, 0.5", "2, 5"})
    void hierarchical(int levels, double wanted) {
        Map<Long, Double> law = Dags.relabelled(blocks(4, levels, wanted, 1, false), 4);
        Dags.check("hierarchical", law, made(4, "hierarchical(" + wanted + "," + levels + ")", 20_000));
    }

    @ParameterizedTest
    @CsvSource({"4, 0.4, 0.5, 2", "4, 0.5, 0.2, 1", "4, 0.3, 1, 3", "5, 0.5, 0.5, 2", "4, 9, 0.75, 3"})
    void bipartite(int n, double wanted, double share, int causes) {
        double[][] probability = new double[n][n];
        for (int u = 0; u < causes; u++) {
            Arrays.fill(probability[u], causes, n, Math.min(0.99, wanted * n / (causes * (n - causes))));
        }
        Map<Long, Double> law = Dags.relabelled(Dags.independent(n, probability), n);
        Dags.check("bipartite", law, made(n, "bipartite(" + wanted + "," + share + ")", 20_000));
    }

    /** Edges of a large graph: as many as were asked; paths no longer than there are levels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | erdos-renyi-edges(3) | 49",
                "3 | stochastic-block(3,5,0.1) | 49",
                "3 | stochastic-block(3,50,0.5) | 49",
                "2 | hierarchical(2,4) | 3",
                "0.9 | hierarchical(0.9,2) | 1",
                "3 | bipartite(3) | 1"
            })
    void edgesOfLargeGraphs(double wanted, String graph, int longest) {
        int n = 50;
        int count = 400;
        double sum = 0;
        double square = 0;
        int most = 0;
        try (Made made = Made.of("nodes=50 graph=" + graph + BARE, SEED, count)) {
            for (int i = 0; i < count; i++) {
                int edges = made.edges(i);
                sum += edges;
                square += (double) edges * edges;
                int[] depth = new int[n];
                for (int p = 0; p < n; p++) {
                    int v = made.integer("order", i, p);
                    for (int u = 0; u < n; u++) {
                        depth[v] = Math.max(depth[v], made.edge(i, u, v) ? depth[u] + 1 : 0);
                    }
                    most = Math.max(most, depth[v]);
                }
            }
        }
        assertTrue(most <= longest && most > 0);
        double mean = sum / count;
        Statistics.mean(graph, mean, wanted * n, square / count - mean * mean, count);
    }

    /** P(two uniform points of the unit square are nearer than r ≤ 1) = πr² − 8r³/3 + r⁴/2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.8, 1})
    void geometricPairs(double r) {
        int count = 20_000;
        double p = Math.PI * r * r - 8 * r * r * r / 3 + r * r * r * r / 2;
        List<Long> made = made(2, "geometric(" + r + ")", count);
        Statistics.share("joined", made.stream().filter(dag -> dag != 0).count(), p, count);
        long edges = made.stream().filter(dag -> dag != 0).count();
        Statistics.share(
                "in the order of their labels",
                made.stream().filter(dag -> dag == edge(2, 0, 1)).count(),
                0.5,
                edges);
    }

    /** Of three points two are near the third with the probability E A², A the part of the disk about it within the square: by midpoints. */
    @Test
    void geometricTriples() {
        double r = 0.5;
        int steps = 200;
        double mean = 0;
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                double x = (i + 0.5) / steps;
                double y = (j + 0.5) / steps;
                double area = 0;
                for (int k = 0; k < steps; k++) {
                    double z = (k + 0.5) / steps;
                    double half = Math.sqrt(Math.max(0, r * r - (z - x) * (z - x)));
                    area += (Math.min(1, y + half) - Math.max(0, y - half)) / steps;
                }
                mean += area * area / steps / steps;
            }
        }
        int count = 20_000;
        long both = made(3, "geometric(0.5)", count).stream()
                .map(dag -> Dags.skeleton(dag, 3))
                .filter(skeleton -> (skeleton & edge(3, 0, 1)) != 0 && (skeleton & edge(3, 0, 2)) != 0)
                .count();
        Statistics.share("both near the first", both, mean, count);
    }

    /** Where parts end: every set of places alike, between 0 and n. */
    @ParameterizedTest
    @CsvSource({"6, 3, 10", "6, 5, 1", "7, 1, 6", "5, 2, 6", "5, 0, 1"})
    void cuts(int n, int count, int sets) {
        Philox philox = Philox.of(CausalSpec.WORKLOAD, SEED);
        Vertices vertices = new Vertices(n, philox, Draws.scalar(philox));
        Graph graph = new Graph(n);
        graph.begin(n);
        int[] cuts = new int[n + 1];
        Map<Integer, Long> seen = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            vertices.begin(i, 0, graph, true);
            vertices.cuts(count, cuts);
            assertEquals(0, cuts[0]);
            assertEquals(n, cuts[count + 1]);
            int set = 0;
            for (int c = 1; c <= count + 1; c++) {
                assertTrue(cuts[c] > cuts[c - 1]);
                set |= 1 << cuts[c];
            }
            seen.merge(set, 1L, Long::sum);
        }
        assertEquals(sets, seen.size());
        if (sets > 1) {
            Statistics.uniform(
                    "cuts", seen.values().stream().mapToLong(each -> each).toArray());
        }
    }
}
