package io.millrace.dataset;

import io.millrace.json.Json;
import io.millrace.json.JsonException;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code splits.json}, as bytes and as {@link Splits}. */
final class SplitsJson {
    private SplitsJson() {}

    static byte[] bytes(Splits splits) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("format", Json.Num.of(Layout.FORMAT));
        members.put("key", new Json.Str(splits.key()));
        List<Json> parts = new ArrayList<>();
        for (Splits.Part part : splits.parts()) {
            Map<String, Json> entry = new LinkedHashMap<>();
            entry.put("name", new Json.Str(part.name()));
            entry.put("first", Json.Num.of(part.range().first()));
            entry.put("count", Json.Num.of(part.range().count()));
            parts.add(new Json.Obj(entry));
        }
        members.put("splits", new Json.Arr(parts));
        Map<String, Json> from = new LinkedHashMap<>();
        splits.from().forEach((name, value) -> from.put(name, new Json.Str(value)));
        members.put("from", new Json.Obj(from));
        return SealedJson.seal(members);
    }

    /**
     * Reads.
     *
     * @throws DatasetException if the file is missing, damaged, of another format, or not what {@link #bytes} writes
     */
    static Splits read(Path directory) throws IOException {
        Path file = directory.resolve(Layout.SPLITS);
        byte[] bytes = SealedJson.read(file);
        Splits splits = parse(file, SealedJson.open(file, bytes).object());
        if (!Arrays.equals(bytes, bytes(splits))) {
            throw new DatasetException(file, "its checksum is right but its form is not the one that Millrace writes");
        }
        return splits;
    }

    private static Splits parse(Path file, Json.Obj json) throws DatasetException {
        try {
            long format = json.integer("format");
            if (format != Layout.FORMAT) {
                throw new DatasetException(
                        file, "its format is " + format + " where this version of Millrace reads " + Layout.FORMAT);
            }
            List<Splits.Part> parts = new ArrayList<>();
            for (Json.Obj entry : PlanJson.objects(json, "splits")) {
                parts.add(
                        new Splits.Part(entry.text("name"), new Range(entry.integer("first"), entry.integer("count"))));
            }
            Map<String, String> from = new LinkedHashMap<>();
            Json.Obj texts = json.object("from");
            texts.members().keySet().forEach(name -> from.put(name, texts.text(name)));
            return new Splits(parts, from);
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }
}
