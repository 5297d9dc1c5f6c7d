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
        for (int v = 1, row = 0; v < n; row += v++) {
            for (int from = 0; from < v; from += Long.SIZE) {
                // bits of pairs, for a branch at each is mostly guessed wrong
                long bits = 0;
                for (int i = 0; i < Math.min(Long.SIZE, v - from); i++) {
                    bits |= (Integer.toUnsignedLong(words[row + from + i]) - threshold) >>> 63 << i;
                }
                for (; bits != 0; bits &= bits - 1) {
                    vertices.join(from + Long.numberOfTrailingZeros(bits), v);
                }
            }
        }
    }
}
