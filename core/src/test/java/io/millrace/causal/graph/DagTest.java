package io.millrace.causal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.Made;
import io.millrace.random.Statistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every graph, and what labels tell: nothing. False-alarm rates are those of {@link Statistics}. */
class DagTest {
    private static final long SEED = 20261128;
    private static final String BARE = " rows=1 fields=adjacency,order,descendants";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erdos-renyi(0.3)",
                "erdos-renyi-edges(2)",
                "erdos-renyi-exact(10)",
                "scale-free(2)",
                "scale-free(3,0.5)",
                "scale-free-transpose(2,2)",
                "small-world(4,0.3)",
                "stochastic-block(2,3,0.2)",
                "geometric(0.4)",
                "bipartite(2)",
                "bipartite(1,1)",
                "hierarchical(2,4)",
                "full",
                "0.5*full+0.5*scale-free(1)"
            })
    void acyclic(String graph) {
        for (String nodes : new String[] {"nodes=5..17 padding=19", "nodes=60..70", "nodes=129"}) {
            int count = nodes.equals("nodes=129") ? 4 : 40;
            try (Made made = Made.of(nodes + " graph=" + graph + BARE, SEED, count)) {
                for (int i = 0; i < count; i++) {
                    check(made, i);
                }
            }
        }
    }

    private static void check(Made made, int instance) {
        int width = made.spec().width();
        int n = made.nodes(instance);
        int[] rank = new int[width];
        Arrays.fill(rank, -1);
        for (int p = 0; p < width; p++) {
            int node = made.integer("order", instance, p);
            if (p < n) {
                assertTrue(node >= 0 && node < n && rank[node] == -1);
                rank[node] = p;
            } else {
                assertEquals(-1, node);
            }
            if (made.has("node_mask")) {
                assertEquals(p < n ? 1 : 0, made.integer("node_mask", instance, p));
            }
        }
        boolean[][] leads = new boolean[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                leads[i][j] = made.edge(instance, i, j);
                assertTrue(!leads[i][j] || rank[i] >= 0 && rank[i] < rank[j]);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    leads[i][j] |= leads[i][k] && leads[k][j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                assertEquals(leads[i][j] ? 1 : 0, (int) made.matrix("descendants", instance, i, j));
            }
        }
    }

    @Test
    void sizesAreUniform() {
        int count = 20_000;
        long[] sizes = new long[7];
        try (Made made = Made.of("nodes=3..9 padding=11 graph=erdos-renyi(0.5)" + BARE, SEED, count)) {
            for (int i = 0; i < count; i++) {
                sizes[made.nodes(i) - 3]++;
            }
        }
        Statistics.uniform("nodes", sizes);
    }

    /** The place of a node in the order, the number of its causes and of its effects have the same law for each label. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "erdos-renyi(0.3)",
                "erdos-renyi-exact(7)",
                "scale-free(2)",
                "scale-free-transpose(1)",
                "small-world(2,0.3)",
                "stochastic-block(1,3,0.1)",
                "geometric(0.4)",
                "bipartite(1,0.4)",
                "hierarchical(1,3)",
                "full"
            })
    void labelsTellNothing(String graph) {
        int n = 6;
        int count = 6_000;
        long[][] nodeAt = new long[n][n];
        double[][] sum = new double[2][n];
        double[][] square = new double[2][n];
        double edges = 0;
        try (Made made = Made.of("nodes=6 graph=" + graph + BARE, SEED, count)) {
            for (int i = 0; i < count; i++) {
                edges += made.edges(i);
                for (int j = 0; j < n; j++) {
                    nodeAt[j][made.integer("order", i, j)]++;
                    int causes = 0;
                    int effects = 0;
                    for (int k = 0; k < n; k++) {
                        causes += made.edge(i, k, j) ? 1 : 0;
                        effects += made.edge(i, j, k) ? 1 : 0;
                    }
                    // of a node without the mean of all: what they share cancels
                    double mean = (double) made.edges(i) / n;
                    sum[0][j] += causes - mean;
                    sum[1][j] += effects - mean;
                    square[0][j] += (causes - mean) * (causes - mean);
                    square[1][j] += (effects - mean) * (effects - mean);
                }
            }
        }
        assertTrue(edges > count);
        for (int j = 0; j < n; j++) {
            Statistics.uniform("the node at " + j, nodeAt[j]);
            Statistics.mean("causes of " + j, sum[0][j] / count, 0, square[0][j] / count, count);
            Statistics.mean("effects of " + j, sum[1][j] / count, 0, square[1][j] / count, count);
        }
    }

    /** A mixture takes each family by its weight, and says which. */
    @Test
    void mixture() {
        int count = 10_000;
        String graph = "nodes=4 graph=0.2*full+0.5*erdos-renyi(0)+0.3*bipartite(10)";
        long[] families = new long[3];
        try (Made made = Made.of(graph + " rows=1 fields=adjacency,mechanism", SEED, count)) {
            for (int i = 0; i < count; i++) {
                Family family = Family.values()[made.integer("graph_family", i, 0)];
                int edges = made.edges(i);
                switch (family) {
                    case FULL -> assertEquals(6, edges);
                    case ERDOS_RENYI -> assertEquals(0, edges);
                    default -> assertTrue(edges <= 4);
                }
                families[family == Family.FULL ? 0 : family == Family.ERDOS_RENYI ? 1 : 2]++;
            }
        }
        Statistics.chiSquare("families", families, 0.2, 0.5, 0.3);
    }

    /** Graphs of neighbouring instances and of other seeds have nothing to do with each other. */
    @Test
    void instancesAreIndependent() {
        int count = 20_000;
        int next = 0;
        int seeds = 0;
        String settings = "nodes=2 graph=erdos-renyi(0.5)" + BARE;
        try (Made one = Made.of(settings, SEED, count);
                Made other = Made.of(settings, SEED + 1, count)) {
            for (int i = 0; i < count; i++) {
                next += i > 0 && one.edges(i) == one.edges(i - 1) ? 1 : 0;
                seeds += one.edges(i) == other.edges(i) ? 1 : 0;
            }
        }
        Statistics.share("neighbours alike", next, 0.5, count - 1);
        Statistics.share("seeds alike", seeds, 0.5, count);
    }

    @Test
    void oneNodeHasNoEdge() {
        for (String graph : new String[] {
            "full", "erdos-renyi(1)", "scale-free(3)", "geometric(1.5)", "bipartite(5)", "stochastic-block(3,4,1)"
        }) {
            try (Made made = Made.of("nodes=1 graph=" + graph + BARE, SEED, 3)) {
                for (int i = 0; i < 3; i++) {
                    assertFalse(made.edge(i, 0, 0));
                    assertEquals(0, made.integer("order", i, 0));
                }
            }
        }
    }
}
