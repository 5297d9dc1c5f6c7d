package io.millrace.cli.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    /** Each pair of a lower and a higher label joined with that probability, from the higher to the lower. */
    private static Dag dag(int nodes, double probability, long seed) {
        Random random = new Random(seed);
        List<List<Integer>> causes = new ArrayList<>();
        List<List<Integer>> effects = new ArrayList<>();
        List<BitSet> reached = new ArrayList<>();
        for (int j = 0; j < nodes; j++) {
            causes.add(new ArrayList<>());
            effects.add(new ArrayList<>());
            reached.add(new BitSet());
        }
        for (int effect = 0; effect < nodes; effect++) {
            for (int cause = effect + 1; cause < nodes; cause++) {
                if (random.nextDouble() < probability) {
                    causes.get(effect).add(cause);
                    effects.get(cause).add(effect);
                }
            }
        }
        return new Dag(
                causes,
                effects,
                IntStream.range(0, nodes).mapToObj(k -> nodes - 1 - k).toList(),
                reached);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "2, 1, 1", "9, 0.3, 2", "20, 0.2, 3", "20, 1, 4", "50, 0.08, 5", "60, 0, 6", "60, 0.1, 7"})
    void edgesGoFromLayerToLayerAndNodesHaveRoom(int nodes, double probability, long seed) {
        Dag dag = dag(nodes, probability, seed);
        Layers layers = new Layers(dag);
        assertEquals(dag.edges(), layers.routes().size());
        for (int node = 0; node < nodes; node++) {
            int longest = dag.causes().get(node).stream()
                    .mapToInt(layers::layer)
                    .max()
                    .orElse(-1);
            assertEquals(dag.alone(node) ? -1 : longest + 1, layers.layer(node));
            assertTrue(layers.place(node) >= 0 && layers.place(node) <= layers.span());
            for (int other = 0; other < node; other++) {
                if (layers.layer(node) == layers.layer(other) && !dag.alone(node)) {
                    assertTrue(Math.abs(layers.place(node) - layers.place(other)) > 1 - 1e-9);
                }
            }
        }
        for (List<Integer> route : layers.routes()) {
            assertTrue(dag.effects().get(route.getFirst()).contains(route.getLast()));
            for (int k = 1; k < route.size(); k++) {
                assertEquals(layers.layer(route.get(k - 1)) + 1, layers.layer(route.get(k)));
            }
        }
    }

    /** Two chains, whose nodes stand apart at first: 0 → 3 → 4 and 1 → 2 → 5. */
    @Test
    void chainsAreStraightAndDoNotCross() {
        List<List<Integer>> causes = List.of(List.of(), List.of(), List.of(1), List.of(0), List.of(3), List.of(2));
        List<List<Integer>> effects = List.of(List.of(3), List.of(2), List.of(5), List.of(4), List.of(), List.of());
        Layers layers =
                new Layers(new Dag(causes, effects, List.of(0, 1, 2, 3, 4, 5), List.of(new BitSet(), new BitSet())));
        assertEquals(3, layers.count());
        assertEquals(layers.place(0), layers.place(3), 1e-6);
        assertEquals(layers.place(3), layers.place(4), 1e-6);
        assertEquals(layers.place(1), layers.place(2), 1e-6);
        assertEquals(1, Math.abs(layers.place(0) - layers.place(1)), 1e-6);
    }
}
