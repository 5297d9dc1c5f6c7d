package io.millrace.cli.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Places of a graph's vertices: each node in the layer that is the longest path to it, and where an edge passes a layer a bend (Sugiyama, Tagawa,
 * Toda 1981). Within layers vertices are ordered by the means of their neighbours, and placed by least squares of the distances to them.
 */
final class Layers {
    private static final int SWEEPS = 24;
    private static final double NODE = 0.5;
    private static final double BEND = 0.25;

    /** The layer of each vertex, nodes first and then bends; −1 for nodes without edges. */
    private final List<Integer> layer = new ArrayList<>();
    /** The vertices of each edge, from the cause over bends to the effect. */
    private final List<List<Integer>> routes = new ArrayList<>();

    private final int nodes;
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    /** Vertices in order. */
    private List<List<Integer>> layers = new ArrayList<>();

    private final double[] place;

    Layers(Dag dag) {
        nodes = dag.nodes();
        layer.addAll(Collections.nCopies(nodes, -1));
        for (int node : dag.order()) {
            if (!dag.alone(node)) {
                int above = dag.causes().get(node).stream()
                        .mapToInt(layer::get)
                        .max()
                        .orElse(-1);
                layer.set(node, above + 1);
            }
        }
        for (int node = 0; node < nodes; node++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        for (int cause = 0; cause < nodes; cause++) {
            for (int effect : dag.effects().get(cause)) {
                routes.add(route(cause, effect));
            }
        }
        for (int vertex = 0; vertex < layer.size(); vertex++) {
            while (layers.size() <= layer.get(vertex)) {
                layers.add(new ArrayList<>());
            }
            if (layer.get(vertex) >= 0) {
                layers.get(layer.get(vertex)).add(vertex);
            }
        }
        place = new double[layer.size()];
        order();
        position();
    }

    private List<Integer> route(int cause, int effect) {
        List<Integer> route = new ArrayList<>(List.of(cause));
        for (int between = layer.get(cause) + 1; between < layer.get(effect); between++) {
            route.add(layer.size());
            layer.add(between);
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        route.add(effect);
        for (int k = 1; k < route.size(); k++) {
            after.get(route.get(k - 1)).add(route.get(k));
            before.get(route.get(k)).add(route.get(k - 1));
        }
        return route;
    }

    /** How many layers. */
    int count() {
        return layers.size();
    }

    /** The layer of a vertex; −1 for nodes without edges. */
    int layer(int vertex) {
        return layer.get(vertex);
    }

    /** The place of a vertex in its layer, from 0 on; nodes beside each other are 1 apart or more. */
    double place(int vertex) {
        return place[vertex];
    }

    /** The largest place. */
    double span() {
        return Arrays.stream(place).max().orElse(0);
    }

    /** The vertices of each edge, from the cause over bends to the effect. */
    List<List<Integer>> routes() {
        return routes;
    }

    /** The least distance of two nodes of a layer. */
    double nearest() {
        double nearest = Double.POSITIVE_INFINITY;
        for (List<Integer> row : layers) {
            double last = Double.NEGATIVE_INFINITY;
            for (int vertex : row) {
                if (vertex < nodes) {
                    nearest = Math.min(nearest, place[vertex] - last);
                    last = place[vertex];
                }
            }
        }
        return nearest;
    }

    /** Sweeps there and back; the order with the fewest crossings is kept. */
    private void order() {
        List<List<Integer>> best = copy(layers);
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean there = sweep % 2 == 0;
            for (int k = 1; k < layers.size(); k++) {
                sort(layers.get(there ? k : layers.size() - 1 - k), there ? before : after);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy(layers);
            }
        }
        layers = best;
        ranks();
    }

    private static List<List<Integer>> copy(List<List<Integer>> layers) {
        List<List<Integer>> copy = new ArrayList<>();
        layers.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private void sort(List<Integer> row, List<List<Integer>> neighbours) {
        ranks();
        double[] wanted = new double[place.length];
        for (int vertex : row) {
            wanted[vertex] = neighbours.get(vertex).stream()
                    .mapToDouble(other -> place[other])
                    .average()
                    .orElse(place[vertex]);
        }
        row.sort(Comparator.comparingDouble(vertex -> wanted[vertex]));
    }

    /** Places by the order alone. */
    private void ranks() {
        for (List<Integer> row : layers) {
            for (int k = 0; k < row.size(); k++) {
                place[row.get(k)] = k;
            }
        }
    }

    private long crossings() {
        ranks();
        long crossings = 0;
        for (List<Integer> row : layers) {
            List<Integer> ends = new ArrayList<>();
            for (int vertex : row) {
                List<Integer> own = new ArrayList<>(after.get(vertex));
                own.sort(Comparator.comparingDouble(other -> place[other]));
                for (int end : own) {
                    for (int earlier : ends) {
                        crossings += place[earlier] > place[end] ? 1 : 0;
                    }
                }
                ends.addAll(own);
            }
        }
        return crossings;
    }

    private void position() {
        for (List<Integer> row : layers) {
            settle(row, List.of());
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 1; k < layers.size(); k++) {
                settle(layers.get(k), List.of(before));
            }
            for (int k = layers.size() - 2; k >= 0; k--) {
                settle(layers.get(k), List.of(after));
            }
        }
        for (int k = 0; k < layers.size(); k++) {
            settle(layers.get(k), List.of(before, after));
        }
        double least = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(vertex -> place[vertex])
                .min()
                .orElse(0);
        for (int vertex = 0; vertex < place.length; vertex++) {
            place[vertex] = layer.get(vertex) < 0 ? 0 : place[vertex] - least;
        }
    }

    /** Places a layer as near to its neighbours as the distances within it allow: isotonic regression by pooling adjacent violators. */
    private void settle(List<Integer> row, List<List<List<Integer>>> sides) {
        int count = row.size();
        double[] offset = new double[count];
        double[] mean = new double[count];
        double[] weight = new double[count];
        int[] end = new int[count];
        int blocks = 0;
        for (int k = 0; k < count; k++) {
            offset[k] = k == 0 ? 0 : offset[k - 1] + half(row.get(k - 1)) + half(row.get(k));
            double sum = 1e-3 * place[row.get(k)];
            double weights = 1e-3;
            for (List<List<Integer>> side : sides) {
                for (int other : side.get(row.get(k))) {
                    double pull = pull(row.get(k), other);
                    sum += pull * place[other];
                    weights += pull;
                }
            }
            mean[blocks] = sum / weights - offset[k];
            weight[blocks] = weights;
            end[blocks++] = k + 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                double both = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                end[blocks - 1] = end[blocks];
            }
        }
        for (int block = 0, k = 0; block < blocks; block++) {
            for (; k < end[block]; k++) {
                place[row.get(k)] = mean[block] + offset[k];
            }
        }
    }

    private double half(int vertex) {
        return vertex < nodes ? NODE : BEND;
    }

    /** Long edges are straight where they can be (Gansner et al. 1993). */
    private double pull(int vertex, int other) {
        return vertex < nodes && other < nodes ? 1 : vertex < nodes || other < nodes ? 2 : 8;
    }
}
