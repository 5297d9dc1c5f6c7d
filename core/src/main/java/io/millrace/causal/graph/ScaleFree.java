package io.millrace.causal.graph;

import io.millrace.random.RandomStream;
import java.util.Arrays;

/** {@link Family#SCALE_FREE} and its transpose. */
final class ScaleFree implements Skeleton {
    private final int links;
    private final boolean transposed;
    /** degree^a by degree. */
    private final double[] power;

    private final int[] degree;
    private final double[] weight;

    ScaleFree(GraphLaw law, int most) {
        links = law.whole(0);
        transposed = law.family() == Family.SCALE_FREE_TRANSPOSE;
        power = new double[most];
        for (int d = 0; d < most; d++) {
            power[d] = StrictMath.pow(d, law.number(1));
        }
        degree = new int[most];
        weight = new double[most];
    }

    /** Vertices stand in causal order: old ones first where effects are new; else they count from the last. */
    @Override
    public boolean directed() {
        return true;
    }

    @Override
    public void draw(Vertices vertices) {
        int n = vertices.count();
        RandomStream stream = vertices.stream(Streams.CHOICE);
        Arrays.fill(degree, 0, n, 0);
        int drawn = 0;
        for (int v = 1; v < n; v++) {
            boolean all = v <= links;
            if (!all) {
                for (int u = 0; u < v; u++) {
                    weight[u] = power[degree[u]];
                }
            }
            for (int k = 0; k < Math.min(links, v); k++) {
                int old = all ? k : choose(stream.uniformDouble(drawn++), v);
                weight[old] = 0;
                degree[old]++;
                degree[v]++;
                if (transposed) {
                    vertices.join(old, v);
                } else {
                    vertices.join(n - 1 - v, n - 1 - old);
                }
            }
        }
    }

    /** One of the first {@code count} by their weights, of which some are above 0. */
    private int choose(double u, int count) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weight[i];
        }
        double rest = u * total;
        int last = 0;
        for (int i = 0; i < count; i++) {
            if (weight[i] > 0) {
                last = i;
                if (rest < weight[i]) {
                    return i;
                }
                rest -= weight[i];
            }
        }
        return last;
    }
}
