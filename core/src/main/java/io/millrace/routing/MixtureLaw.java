package io.millrace.routing;

import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/** Kinds GAUSSIAN_MIXTURE and GAUSSIAN_11_MIX (Zhou et al. 2023). Class: reproducible. */
final class MixtureLaw implements CoordinateLaw {
    private final CvrpSpec spec;
    private final UniformLaw uniform;
    private final Draws draws;
    private final RandomStream stream;
    private final RandomStream centres;
    private final int[] words;
    private final float[] normals;

    MixtureLaw(CvrpSpec spec, Philox philox, Draws draws, int chunk) {
        this.spec = spec;
        this.uniform = new UniformLaw(draws, spec.nodes(), chunk);
        this.draws = draws;
        this.stream = new RandomStream(philox);
        this.centres = new RandomStream(philox);
        this.words = new int[4 * Draws.blocks(2 * spec.nodes()) + Draws.SLACK];
        this.normals = new float[words.length];
    }

    @Override
    public void place(Instance[] chunk, int count) {
        uniform.place(chunk, count);
        for (int number = 0; number < count; number++) {
            move(chunk[number]);
        }
    }

    private void move(Instance instance) {
        Coordinates law = spec.coordinates();
        if (law.kind() == Coordinates.Kind.GAUSSIAN_11_MIX) {
            int component = stream.at(instance.index, 0, Streams.MIXTURE).below(0, Coordinates.ELEVEN.size());
            law = Coordinates.ELEVEN.get(component);
        }
        int modes = law.modes();
        int spread = law.spread();
        if (modes == 0) {
            return;
        }
        int values = 2 * instance.nodes;
        draws.words(instance.index, 1, 0, Streams.DISPLACEMENT, Draws.blocks(values), words);
        draws.normals(words, values, normals);
        if (modes == 1 && spread == 1) {
            correlate(instance);
        } else {
            scatter(instance, modes, spread);
        }
    }

    private void correlate(Instance instance) {
        float correlation =
                (float) stream.at(instance.index, 0, Streams.MIXTURE).uniformDouble(1);
        float rest = (float) Math.sqrt(1 - (double) correlation * correlation);
        for (int i = 0; i < instance.nodes; i++) {
            float first = normals[2 * i];
            instance.xy[instance.at + 2 * i] = first;
            instance.xy[instance.at + 2 * i + 1] = correlation * first + rest * normals[2 * i + 1];
        }
        float side = Math.max(extent(instance, 0), extent(instance, 1));
        rescale(instance, 0, side);
        rescale(instance, 1, side);
    }

    private void scatter(Instance instance, int modes, int spread) {
        stream.at(instance.index, 0, Streams.PICK);
        centres.at(instance.index, 0, Streams.CENTRES);
        for (int i = 0; i < instance.nodes; i++) {
            int mode = stream.below(i, modes);
            for (int axis = 0; axis < 2; axis++) {
                instance.xy[instance.at + 2 * i + axis] =
                        spread * centres.uniform(2 * mode + axis) + normals[2 * i + axis];
            }
        }
        rescale(instance, 0, extent(instance, 0));
        rescale(instance, 1, extent(instance, 1));
    }

    private static float least(Instance instance, int axis) {
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < instance.nodes; i++) {
            least = Math.min(least, instance.xy[instance.at + 2 * i + axis]);
        }
        return least;
    }

    private static float extent(Instance instance, int axis) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < instance.nodes; i++) {
            most = Math.max(most, instance.xy[instance.at + 2 * i + axis]);
        }
        return most - least(instance, axis);
    }

    /** v ↦ (v − least)/side, moved to the middle of [0, 1] where the extent is less than the side; a single point to ½. */
    private static void rescale(Instance instance, int axis, float side) {
        float least = least(instance, axis);
        float margin = side > 0 ? .5f * (1 - extent(instance, axis) / side) : .5f;
        for (int i = 0; i < instance.nodes; i++) {
            int at = instance.at + 2 * i + axis;
            float value = side > 0 ? (instance.xy[at] - least) / side + margin : margin;
            instance.xy[at] = Math.min(value, 1f);
        }
    }
}
