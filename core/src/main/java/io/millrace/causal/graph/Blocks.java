package io.millrace.causal.graph;

/** {@link Family#STOCHASTIC_BLOCK}, {@link Family#HIERARCHICAL} and {@link Family#BIPARTITE}: vertices in parts, probabilities by parts. */
final class Blocks implements Skeleton {
    private final GraphLaw law;
    private final int[] cuts;
    private final int[] part;

    Blocks(GraphLaw law, int most) {
        this.law = law;
        cuts = new int[most + 1];
        part = new int[most];
    }

    @Override
    public boolean directed() {
        return law.family() != Family.STOCHASTIC_BLOCK;
    }

    @Override
    public void draw(Vertices vertices) {
        int n = vertices.count();
        int parts = divide(vertices);
        double inside = 0;
        for (int i = 0; i < parts; i++) {
            double size = cuts[i + 1] - cuts[i];
            inside += size * (size - 1) / 2;
        }
        double across = vertices.pairs() - inside;
        boolean community = law.family() == Family.STOCHASTIC_BLOCK;
        double wanted = law.number(0) * n;
        double among = community ? inside + law.number(2) * across : across;
        double probability = wanted == 0 ? 0 : Math.min(Family.DENSEST, wanted / among);
        long within = community ? Vertices.threshold(probability) : 0;
        long between = Vertices.threshold(community ? law.number(2) * probability : probability);
        int[] words = vertices.words();
        for (int v = 1, pair = 0; v < n; v++) {
            for (int u = 0; u < v; u++, pair++) {
                if (Vertices.below(words[pair], part[u] == part[v] ? within : between)) {
                    vertices.join(u, v);
                }
            }
        }
    }

    /** The parts' ends and each vertex's part; how many. */
    private int divide(Vertices vertices) {
        int n = vertices.count();
        int parts = switch (law.family()) {
            case BIPARTITE -> n == 1 ? 1 : 2;
            default -> Math.min(n, law.whole(1));
        };
        if (law.family() == Family.BIPARTITE) {
            cuts[0] = 0;
            cuts[1] = Math.clamp((int) (law.number(1) * n), 1, Math.max(1, n - 1));
            cuts[parts] = n;
        } else {
            vertices.cuts(parts - 1, cuts);
        }
        for (int i = 0; i < parts; i++) {
            for (int v = cuts[i]; v < cuts[i + 1]; v++) {
                part[v] = i;
            }
        }
        return parts;
    }
}
