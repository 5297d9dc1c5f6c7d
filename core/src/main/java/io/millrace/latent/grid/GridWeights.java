package io.millrace.latent.grid;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.SpecException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A grid encoder's weights; immutable. C′ channels a token, K hidden ones, F features, width D, see {@link GridShape}:
 *
 * <table>
 * <caption>Tensors, in the shapes of PyTorch's modules</caption>
 * <thead>
 * <tr><th>name</th><th>one dimension</th><th>two dimensions</th><th>seeded</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@code residual.conv1.weight}</td><td>(K, C′, 3)</td><td>(K, C′, 3, 3)</td><td>U(±1/√(3C′)) or U(±1/√(9C′))</td></tr>
 * <tr><td>{@code residual.conv1.bias}</td><td>(K)</td><td>(K)</td><td>as its weights</td></tr>
 * <tr><td>{@code residual.conv2.weight}</td><td>(C′, K, 1)</td><td>(C′, K, 1, 1)</td><td>0</td></tr>
 * <tr><td>{@code residual.conv2.bias}</td><td>(C′)</td><td>(C′)</td><td>0</td></tr>
 * <tr><td>{@code linear.weight}</td><td>(D, C′ + 4)</td><td>(D, C′ + 8)</td><td>U(±1/√F)</td></tr>
 * <tr><td>{@code linear.bias}</td><td>(D)</td><td>(D)</td><td>as its weights</td></tr>
 * </tbody>
 * </table>
 */
public final class GridWeights {
    /** The first convolution's weights, W1. */
    public static final String CONV1_WEIGHT = "residual.conv1.weight";
    /** Its bias, b1. */
    public static final String CONV1_BIAS = "residual.conv1.bias";
    /** The second convolution's weights, W2. */
    public static final String CONV2_WEIGHT = "residual.conv2.weight";
    /** Its bias, b2. */
    public static final String CONV2_BIAS = "residual.conv2.bias";
    /** The linear layer's weights: of the channels, then of the coordinates. */
    public static final String LINEAR_WEIGHT = "linear.weight";
    /** Its bias. */
    public static final String LINEAR_BIAS = "linear.bias";

    private static final String STREAM_NAME = "latent.grid";

    /** Streams of that name, instance 0, attempt 0: element k of a tensor is its uniform float k. */
    private enum Stream {
        CONV1_WEIGHT,
        CONV1_BIAS,
        LINEAR_WEIGHT,
        LINEAR_BIAS
    }

    private final GridShape shape;
    private final Map<String, FloatTensor> tensors;

    private GridWeights(GridShape shape, Map<String, FloatTensor> tensors) {
        this.shape = shape;
        this.tensors = tensors;
    }

    /** Names and shapes of the tensors that an encoder of that shape needs, in the order of the table. */
    public static Map<String, List<Integer>> table(GridShape shape) {
        int c = shape.patchChannels();
        int k = shape.hidden();
        boolean line = shape.dimensions() == 1;
        Map<String, List<Integer>> table = new LinkedHashMap<>();
        table.put(CONV1_WEIGHT, line ? List.of(k, c, 3) : List.of(k, c, 3, 3));
        table.put(CONV1_BIAS, List.of(k));
        table.put(CONV2_WEIGHT, line ? List.of(c, k, 1) : List.of(c, k, 1, 1));
        table.put(CONV2_BIAS, List.of(c));
        table.put(LINEAR_WEIGHT, List.of(shape.width(), shape.features()));
        table.put(LINEAR_BIAS, List.of(shape.width()));
        return table;
    }

    /**
     * An untrained encoder's, as PyTorch would draw them, but from a seed, and the same everywhere: a number is (2u − 1)/√fan-in, u uniform in [0, 1), the
     * second convolution 0.
     */
    public static GridWeights seeded(GridShape shape, long seed) {
        RandomStream random = new RandomStream(Philox.of(STREAM_NAME, seed));
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        int fanIn = shape.patchChannels() * shape.taps();
        table(shape)
                .forEach((name, extents) -> tensors.put(
                        name,
                        switch (name) {
                            case CONV1_WEIGHT -> drawn(random, Stream.CONV1_WEIGHT, fanIn, extents);
                            case CONV1_BIAS -> drawn(random, Stream.CONV1_BIAS, fanIn, extents);
                            case LINEAR_WEIGHT -> drawn(random, Stream.LINEAR_WEIGHT, shape.features(), extents);
                            case LINEAR_BIAS -> drawn(random, Stream.LINEAR_BIAS, shape.features(), extents);
                            default -> FloatTensor.owning(extents, new float[(int) FloatTensor.elements(extents)]);
                        }));
        return new GridWeights(shape, tensors);
    }

    private static FloatTensor drawn(RandomStream random, Stream stream, int fanIn, List<Integer> extents) {
        random.at(0, 0, stream.ordinal());
        float bound = (float) (1 / Math.sqrt(fanIn));
        float[] values = new float[(int) FloatTensor.elements(extents)];
        for (int k = 0; k < values.length; k++) {
            values[k] = (2 * random.uniform(k) - 1) * bound;
        }
        return FloatTensor.owning(extents, values);
    }

    /**
     * Of tensors by name, from a file for example.
     *
     * @param given exactly the tensors of the table
     * @throws SpecException if one is missing, has another shape or a value that is not finite, or if there is one more
     */
    public static GridWeights of(GridShape shape, Map<String, FloatTensor> given) {
        Map<String, List<Integer>> table = table(shape);
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        table.forEach((name, extents) -> tensors.put(name, checked(name, extents, given.get(name))));
        for (String name : new TreeSet<>(given.keySet())) {
            if (!table.containsKey(name)) {
                throw new SpecException("the tensor " + name + " is none of a grid encoder's, which are "
                        + String.join(", ", table.keySet()));
            }
        }
        return new GridWeights(shape, tensors);
    }

    private static FloatTensor checked(String name, List<Integer> extents, FloatTensor tensor) {
        if (tensor == null) {
            throw new SpecException("the tensor " + name + " is missing: its shape is " + extents);
        }
        if (!tensor.shape().equals(extents)) {
            throw new SpecException(
                    "the tensor " + name + " has shape " + tensor.shape() + " where the encoder's has " + extents);
        }
        float[] values = tensor.values();
        for (int k = 0; k < values.length; k++) {
            if (!Float.isFinite(values[k])) {
                throw new SpecException(
                        "the tensor " + name + " has " + values[k] + " at " + k + ": allowed are finite numbers");
            }
        }
        return tensor;
    }

    /** What they are for. */
    public GridShape shape() {
        return shape;
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if none has that name
     */
    public FloatTensor tensor(String name) {
        FloatTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("a grid encoder has no tensor " + name);
        }
        return tensor;
    }

    /** Whether W2 has a number other than 0. Else the residual branch is b2 alone by definition, whatever the hidden channels are, ∞ included. */
    public boolean residual() {
        for (float weight : tensor(CONV2_WEIGHT).values()) {
            if (weight != 0) {
                return true;
            }
        }
        return false;
    }

    /** SHA-256, in hexadecimal, over each tensor in the order of the table: name, line end, extents parted by commas, line end, little-endian floats. */
    public String digest() {
        MessageDigest sha = sha256();
        tensors.forEach((name, tensor) -> {
            String extents = String.join(
                    ",", tensor.shape().stream().map(String::valueOf).toList());
            sha.update((name + "\n" + extents + "\n").getBytes(StandardCharsets.UTF_8));
            float[] values = tensor.values();
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            sha.update(bytes);
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
