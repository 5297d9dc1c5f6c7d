package io.millrace.causal.graph;

import io.millrace.random.RandomStream;

/** {@link Family#GEOMETRIC}. */
final class Geometric implements Skeleton {
    private final double square;
    private final double[] x;
    private final double[] y;

    Geometric(GraphLaw law, int most) {
        square = law.number(0) * law.number(0);
        x = new double[most];
        y = new double[most];
    }

    @Override
    public boolean directed() {
        return false;
    }

    @Override
    public void draw(Vertices vertices) {
        RandomStream stream = vertices.stream(Streams.POINTS);
        for (int v = 0; v < vertices.count(); v++) {
            x[v] = stream.uniformDouble(2 * v);
            y[v] = stream.uniformDouble(2 * v + 1);
            for (int u = 0; u < v; u++) {
                double dx = x[u] - x[v];
                double dy = y[u] - y[v];
                if (dx * dx + dy * dy < square) {
                    vertices.join(u, v);
                }
            }
        }
    }
}
