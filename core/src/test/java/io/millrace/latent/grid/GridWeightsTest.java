package io.millrace.latent.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.SpecException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridWeightsTest {
    private static final GridShape LINE = GridShape.line(1, 1024, 1, 128, 128);
    private static final GridShape PLANE = GridShape.plane(2, 16, 16, 2, 16, 24);

    @Test
    void seededWeightsArePinned() {
        assertEquals(
                "0a4609cb6c5c5282c61e92f9b8a938d265560926b43fdbcdded9be54548d4370",
                GridWeights.seeded(LINE, 1).digest());
        assertEquals(
                "5443d29f0ec1f4b50e87f93878e12156c0fb3fd16cc91526a987f1ca5ac68752",
                GridWeights.seeded(PLANE, 1).digest());
        assertNotEquals(
                GridWeights.seeded(LINE, 1).digest(),
                GridWeights.seeded(LINE, 2).digest());
    }

    @Test
    void seededWeightsFillTheirRange() {
        GridWeights weights = GridWeights.seeded(PLANE, 3);
        assertUniform(weights.tensor(GridWeights.CONV1_WEIGHT), 1 / Math.sqrt(9 * 8));
        assertUniform(weights.tensor(GridWeights.CONV1_BIAS), 1 / Math.sqrt(9 * 8));
        assertUniform(weights.tensor(GridWeights.LINEAR_WEIGHT), 1 / Math.sqrt(16));
        assertUniform(weights.tensor(GridWeights.LINEAR_BIAS), 1 / Math.sqrt(16));
        assertFalse(weights.residual());
        for (float bias : weights.tensor(GridWeights.CONV2_BIAS).toArray()) {
            assertEquals(0, bias);
        }
    }

    /** The mean's standard deviation is bound/√(3n); none of 5 is a chance of 6e-7. */
    private static void assertUniform(FloatTensor tensor, double bound) {
        double sum = 0;
        double most = 0;
        float[] values = tensor.toArray();
        for (float value : values) {
            sum += value;
            most = Math.max(most, Math.abs(value));
        }
        assertTrue(most <= bound * (1 + 1e-7) && most > 0.8 * bound, most + " of " + bound);
        assertEquals(0, sum / values.length, 5 * bound / Math.sqrt(3.0 * values.length));
    }

    @Test
    void ofTensors() {
        Map<String, FloatTensor> tensors = Weights.tensors(PLANE, new SplittableRandom(1));
        GridWeights weights = GridWeights.of(PLANE, tensors);
        assertTrue(weights.residual());
        tensors.forEach((name, tensor) -> assertEquals(tensor, weights.tensor(name)));
        assertEquals(weights.digest(), GridWeights.of(PLANE, tensors).digest());
        weights.tensor(GridWeights.LINEAR_BIAS).toArray()[0] = 9;
        assertEquals(weights.digest(), GridWeights.of(PLANE, tensors).digest());
    }

    @Test
    void everyNumberCounts() {
        String digest = GridWeights.of(PLANE, Weights.tensors(PLANE, new SplittableRandom(1)))
                .digest();
        for (String name : GridWeights.table(PLANE).keySet()) {
            Map<String, FloatTensor> tensors = Weights.tensors(PLANE, new SplittableRandom(1));
            float[] values = tensors.get(name).toArray();
            values[values.length - 1] = Math.nextUp(values[values.length - 1]);
            tensors.put(name, new FloatTensor(tensors.get(name).shape(), values));
            assertNotEquals(digest, GridWeights.of(PLANE, tensors).digest());
        }
    }

    @Test
    void refusals() {
        Map<String, FloatTensor> tensors = Weights.tensors(PLANE, new SplittableRandom(1));
        FloatTensor bias = tensors.remove(GridWeights.LINEAR_BIAS);
        refused("the tensor linear.bias is missing: its shape is [24]", tensors);
        tensors.put(GridWeights.LINEAR_BIAS, new FloatTensor(List.of(2, 12), bias.toArray()));
        refused("the tensor linear.bias has shape [2, 12] where the encoder's has [24]", tensors);
        float[] values = bias.toArray();
        values[5] = Float.NaN;
        tensors.put(GridWeights.LINEAR_BIAS, new FloatTensor(bias.shape(), values));
        refused("the tensor linear.bias has NaN at 5: allowed are finite numbers", tensors);
        tensors.put(GridWeights.LINEAR_BIAS, bias);
        tensors.put("linear.scale", bias);
        refused(
                "the tensor linear.scale is none of a grid encoder's, which are residual.conv1.weight, residual.conv1.bias,"
                        + " residual.conv2.weight, residual.conv2.bias, linear.weight, linear.bias",
                tensors);
    }

    private static void refused(String sentence, Map<String, FloatTensor> tensors) {
        assertEquals(
                sentence,
                assertThrows(SpecException.class, () -> GridWeights.of(PLANE, tensors))
                        .getMessage());
    }

    @Test
    void tensorsHaveAsManyValuesAsTheirShapeSays() {
        assertThrows(IllegalArgumentException.class, () -> new FloatTensor(List.of(2, 3), new float[5]));
        assertThrows(IllegalArgumentException.class, () -> new FloatTensor(List.of(-2, -3), new float[6]));
        assertEquals(1, new FloatTensor(List.of(), new float[1]).toArray().length);
    }
}
