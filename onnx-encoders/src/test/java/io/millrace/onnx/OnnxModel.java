package io.millrace.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a small ONNX model, whose frames are cut into tokens, which go through a matrix: y[n, l, d] = Σ x[n, 0, l·P + p] W[p, d]. ONNX's messages are in onnx.proto3. */
final class OnnxModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxModel() {}

    /**
     * A model.
     *
     * @param batch the first extent of x; below 1: symbolic
     * @param channels whether x has an extent of 1 for channels
     * @param tokens L
     * @param told whether the extents of y are written down
     */
    static byte[] of(int batch, boolean channels, int points, int tokens, float[][] matrix, boolean told) {
        int patch = matrix.length;
        int width = matrix[0].length;
        OnnxModel x = new OnnxModel().shape(batch, channels ? new int[] {1, points} : new int[] {points});
        OnnxModel y = new OnnxModel().shape(told ? batch : 0, told ? new int[] {tokens, width} : new int[] {0, 0});
        ByteBuffer extents = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        extents.putLong(-1).putLong(tokens).putLong(patch);
        ByteBuffer weights = ByteBuffer.allocate(4 * patch * width).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : matrix) {
            for (float weight : row) {
                weights.putFloat(weight);
            }
        }
        OnnxModel graph = new OnnxModel()
                .part(1, node("Reshape", "x", "extents", "cut"))
                .part(1, node("MatMul", "cut", "weights", "y"))
                .text(2, "tokens")
                .part(5, tensor("extents", INT64, extents.array(), 3))
                .part(5, tensor("weights", FLOAT, weights.array(), patch, width))
                .part(11, new OnnxModel().text(1, "x").part(2, new OnnxModel().part(1, x)))
                .part(12, new OnnxModel().text(1, "y").part(2, new OnnxModel().part(1, y)));
        return new OnnxModel()
                .number(1, 8)
                .part(7, graph)
                .part(8, new OnnxModel().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static OnnxModel node(String type, String a, String b, String to) {
        return new OnnxModel().text(1, a).text(1, b).text(2, to).text(3, type).text(4, type);
    }

    private static OnnxModel tensor(String name, int type, byte[] raw, int... extents) {
        OnnxModel tensor = new OnnxModel();
        for (int extent : extents) {
            tensor.number(1, extent);
        }
        return tensor.number(2, type).text(8, name).raw(9, raw);
    }

    private OnnxModel shape(int batch, int[] others) {
        OnnxModel shape = new OnnxModel();
        shape.extent(batch, "n");
        for (int k = 0; k < others.length; k++) {
            shape.extent(others[k], "e" + k);
        }
        return number(1, FLOAT).part(2, shape);
    }

    private void extent(int extent, String symbol) {
        part(1, extent < 1 ? new OnnxModel().text(2, symbol) : new OnnxModel().number(1, extent));
    }

    private OnnxModel varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    private OnnxModel number(int field, long value) {
        return varint((long) field << 3).varint(value);
    }

    private OnnxModel raw(int field, byte[] content) {
        varint((long) field << 3 | 2).varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private OnnxModel text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxModel part(int field, OnnxModel message) {
        return raw(field, message.bytes.toByteArray());
    }
}
