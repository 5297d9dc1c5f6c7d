package io.millrace.latent;

import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridWeights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** A safetensors file with a grid encoder's weights: 32 points, 4 tokens of width 6. */
final class Weights {
    private Weights() {}

    static void write(Path file, long seed) throws IOException {
        Map<String, List<Integer>> table = GridWeights.table(new GridShape(1, List.of(32), 1, 4, 6));
        Random random = new Random(seed);
        StringJoiner header = new StringJoiner(",", "{", "}");
        ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        table.forEach((name, shape) -> {
            int begin = data.position();
            int count = shape.stream().reduce(1, (a, b) -> a * b);
            for (int k = 0; k < count; k++) {
                data.putFloat(random.nextFloat() - 0.5f);
            }
            header.add("\"" + name + "\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + ","
                    + data.position() + "]}");
        });
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + data.position()).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(text.length).put(text).put(data.flip());
        Files.write(file, all.array());
    }
}
