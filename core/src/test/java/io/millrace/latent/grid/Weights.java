package io.millrace.latent.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Weights of a trained encoder, as it were: nothing of them is zero. */
final class Weights {
    private Weights() {}

    static Map<String, FloatTensor> tensors(GridShape shape, SplittableRandom random) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        GridWeights.table(shape).forEach((name, extents) -> {
            float[] values = new float[(int) FloatTensor.elements(extents)];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) random.nextDouble(-0.5, 0.5);
            }
            tensors.put(name, new FloatTensor(extents, values));
        });
        return tensors;
    }

    static GridWeights trained(GridShape shape, SplittableRandom random) {
        return GridWeights.of(shape, tensors(shape, random));
    }

    /** W2 is zero, b2 is not. */
    static GridWeights biased(GridShape shape, SplittableRandom random) {
        Map<String, FloatTensor> tensors = tensors(shape, random);
        tensors.computeIfPresent(
                GridWeights.CONV2_WEIGHT,
                (name, tensor) -> new FloatTensor(tensor.shape(), new float[tensor.values().length]));
        return GridWeights.of(shape, tensors);
    }
}
