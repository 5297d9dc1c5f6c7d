package io.millrace.causal.graph;

/** {@link Family#ERDOS_RENYI}, {@link Family#ERDOS_RENYI_EDGES} and {@link Family#FULL}: pairs joined independently. */
record ErdosRenyi(GraphLaw law) implements Skeleton {
    @Override
    public boolean directed() {
        return true;
    }

    @Override
    public void draw(Vertices vertices) {
        int n = vertices.count();
        double probability = switch (law.family()) {
            case FULL -> 1;
            case ERDOS_RENYI -> law.number(0);
            default -> Math.min(Family.DENSEST, 2 * law.number(0) / Math.max(1, n - 1));
        };
        long threshold = Vertices.threshold(probability);
        int[] words = vertices.words();
        for (int v = 1, pair = 0; v < n; v++) {
            for (int u = 0; u < v; u++, pair++) {
                if (Vertices.below(words[pair], threshold)) {
                    vertices.join(u, v);
                }
            }
        }
    }
}
