package io.millrace.causal.graph;

import io.millrace.random.RandomStream;
import java.util.Arrays;

/** {@link Family#SMALL_WORLD}. */
final class SmallWorld implements Skeleton {
    private final int reach;
    private final double probability;
    private final int most;
    private final boolean[] joined;
    private final int[] degree;

    SmallWorld(GraphLaw law, int most) {
        reach = law.whole(0) / 2;
        probability = law.number(1);
        this.most = most;
        joined = new boolean[most * most];
        degree = new int[most];
    }

    @Override
    public boolean directed() {
        return false;
    }

    @Override
    public void draw(Vertices vertices) {
        int n = vertices.count();
        Arrays.fill(joined, false);
        Arrays.fill(degree, 0);
        for (int d = 1; d <= reach; d++) {
            for (int v = 0; v < n; v++) {
                set(v, (v + d) % n, true);
            }
        }
        RandomStream stream = vertices.stream(Streams.CHOICE);
        for (int d = 1, edge = 0; d <= reach; d++) {
            for (int v = 0; v < n; v++, edge++) {
                int free = n - 1 - degree[v];
                if (free > 0 && stream.uniformDouble(2 * edge) < probability) {
                    int other = free(v, (int) (stream.uniformDouble(2 * edge + 1) * free), n);
                    set(v, (v + d) % n, false);
                    set(v, other, true);
                }
            }
        }
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                if (joined[v * most + u]) {
                    vertices.join(u, v);
                }
            }
        }
    }

    /** The vertex of that number among those that are not joined to {@code v}. */
    private int free(int v, int number, int n) {
        int left = number;
        for (int u = 0; u < n; u++) {
            if (u != v && !joined[v * most + u] && left-- == 0) {
                return u;
            }
        }
        throw new AssertionError("vertex " + v + " has no free vertex of number " + number);
    }

    private void set(int u, int v, boolean edge) {
        joined[u * most + v] = edge;
        joined[v * most + u] = edge;
        degree[u] += edge ? 1 : -1;
        degree[v] += edge ? 1 : -1;
    }
}
