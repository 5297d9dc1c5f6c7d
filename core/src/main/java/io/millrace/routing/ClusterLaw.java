package io.millrace.routing;

import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/**
 * Kinds CLUSTER, MIXED and MIX_DISTRIBUTION (Bi et al. 2022): uniform nodes, of which customers are moved to clusters.
 * Class: reproducible.
 */
final class ClusterLaw implements CoordinateLaw {
    private static final int CLUSTERS = 3;
    private static final float DEVIATION = .07f;

    private final CvrpSpec spec;
    private final UniformLaw uniform;
    private final Draws draws;
    private final RandomStream stream;
    private final int[] words;
    private final float[] normals;
    private final int[] chosen;

    ClusterLaw(CvrpSpec spec, Philox philox, Draws draws, int chunk) {
        this.spec = spec;
        this.uniform = new UniformLaw(draws, spec.nodes(), chunk);
        this.draws = draws;
        this.stream = new RandomStream(philox);
        this.words = new int[4 * Draws.blocks(2 * spec.nodes()) + Draws.SLACK];
        this.normals = new float[words.length];
        this.chosen = new int[spec.nodes()];
    }

    @Override
    public void place(Instance[] chunk, int count) {
        uniform.place(chunk, count);
        for (int number = 0; number < count; number++) {
            move(chunk[number]);
        }
    }

    private void move(Instance instance) {
        switch (spec.coordinates().kind()) {
            case CLUSTER -> cluster(instance);
            case MIXED -> mix(instance);
            default -> {
                double p = stream.at(instance.index, 0, Streams.MIXTURE).uniformDouble(0);
                if (p <= .33) {
                    mix(instance);
                } else if (p <= .66) {
                    cluster(instance);
                }
            }
        }
    }

    private void cluster(Instance instance) {
        displace(instance);
        int customers = instance.customers;
        int firstCustomer = instance.nodes - customers;
        for (int i = 0; i < customers; i++) {
            move(instance, firstCustomer + i, (int) ((long) i * CLUSTERS / customers));
        }
    }

    private void mix(Instance instance) {
        displace(instance);
        int customers = instance.customers;
        int firstCustomer = instance.nodes - customers;
        stream.at(instance.index, 0, Streams.PICK).choice(customers / 2, customers, chosen);
        for (int i = 0; i < customers / 2; i++) {
            move(instance, firstCustomer + chosen[i], 0);
        }
    }

    private void displace(Instance instance) {
        int values = 2 * instance.nodes;
        draws.words(instance.index, 1, 0, Streams.DISPLACEMENT, Draws.blocks(values), words);
        draws.normals(words, values, normals);
    }

    private void move(Instance instance, int node, int cluster) {
        stream.at(instance.index, 0, Streams.CENTRES);
        for (int axis = 0; axis < 2; axis++) {
            float centre = .2f + .6f * stream.uniform(2 * cluster + axis);
            float value = centre + DEVIATION * normals[2 * node + axis];
            instance.xy[instance.at + 2 * node + axis] = Math.clamp(value, 0f, 1f);
        }
    }
}
