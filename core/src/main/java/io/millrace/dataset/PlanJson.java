package io.millrace.dataset;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.json.Json;
import io.millrace.json.JsonException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plan.json}, as bytes and as a {@link Plan}. */
final class PlanJson {
    private PlanJson() {}

    static byte[] bytes(Plan plan) {
        return SealedJson.seal(members(plan));
    }

    /** The members of a plan, without the checksum; a manifest holds them too. */
    static Map<String, Json> members(Plan plan) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("millrace", new Json.Str(plan.millrace()));
        members.put("format", Json.Num.of(Layout.FORMAT));
        members.put("workload", new Json.Str(plan.workload()));
        members.put("workload_version", Json.Num.of(plan.workloadVersion()));
        members.put("seed", new Json.Str(Long.toString(plan.seed())));
        members.put("first", Json.Num.of(plan.first()));
        members.put("count", Json.Num.of(plan.count()));
        members.put("shard_size", Json.Num.of(plan.shardSize()));
        plan.foreign().ifPresent(foreign -> members.put("foreign", new Json.Str(foreign)));
        Map<String, Json> spec = new LinkedHashMap<>();
        plan.spec().forEach((key, value) -> spec.put(key, new Json.Str(value)));
        members.put("spec", new Json.Obj(spec));
        members.put(
                "fields",
                new Json.Arr(plan.fields().stream()
                        .map(field -> (Json) new Json.Obj(field(field)))
                        .toList()));
        members.put(
                "constants",
                new Json.Arr(plan.constants().stream().map(PlanJson::constant).toList()));
        return members;
    }

    private static Map<String, Json> field(Field field) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", new Json.Str(field.name()));
        members.put("dtype", new Json.Str(field.dtype().descr()));
        members.put(
                "shape",
                new Json.Arr(field.shape().stream()
                        .map(extent -> (Json) Json.Num.of(extent))
                        .toList()));
        members.put("counter", new Json.Bool(field.counter()));
        members.put("meaning", new Json.Str(field.meaning()));
        return members;
    }

    private static Json constant(StoredConstant constant) {
        Map<String, Json> members = field(constant.field());
        members.remove("counter");
        constant.file().putInto(members);
        return new Json.Obj(members);
    }

    /**
     * The plan in these bytes of a file.
     *
     * @throws DatasetException if they are damaged, of another format, or not what {@link #bytes} writes
     */
    static Plan parse(Path file, byte[] bytes) throws DatasetException {
        Plan plan = parse(file, SealedJson.open(file, bytes).object());
        if (!Arrays.equals(bytes, bytes(plan))) {
            throw new DatasetException(file, "its checksum is right but its form is not the one that Millrace writes");
        }
        return plan;
    }

    static Plan parse(Path file, Json.Obj json) throws DatasetException {
        try {
            long format = json.integer("format");
            if (format != Layout.FORMAT) {
                throw new DatasetException(
                        file, "its format is " + format + " where this version of Millrace reads " + Layout.FORMAT);
            }
            Map<String, String> spec = new LinkedHashMap<>();
            Json.Obj settings = json.object("spec");
            settings.members().keySet().forEach(key -> spec.put(key, settings.text(key)));
            return new Plan(
                    json.text("millrace"),
                    json.text("workload"),
                    (int) json.integer("workload_version", Integer.MIN_VALUE, Integer.MAX_VALUE),
                    Long.parseLong(json.text("seed")),
                    json.integer("first"),
                    json.integer("count"),
                    json.integer("shard_size"),
                    json.has("foreign") ? Optional.of(json.text("foreign")) : Optional.empty(),
                    spec,
                    objects(json, "fields").stream()
                            .map(field -> field(field, field.bool("counter")))
                            .toList(),
                    objects(json, "constants").stream()
                            .map(constant -> new StoredConstant(field(constant, false), Checksums.of(constant)))
                            .toList());
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }

    /** The array of that name, whose elements are all objects. */
    static List<Json.Obj> objects(Json.Obj json, String name) {
        List<Json.Obj> objects = new ArrayList<>();
        for (Json element : json.array(name)) {
            if (!(element instanceof Json.Obj object)) {
                throw new JsonException("the member '" + name + "' has an element that is not an object");
            }
            objects.add(object);
        }
        return objects;
    }

    private static Field field(Json.Obj json, boolean counter) {
        List<Integer> shape = new ArrayList<>();
        for (Json extent : json.array("shape")) {
            if (!(extent instanceof Json.Num number)) {
                throw new JsonException("a shape has an extent that is no number");
            }
            shape.add(Math.toIntExact(number.integer()));
        }
        return new Field(json.text("name"), DType.of(json.text("dtype")), shape, counter, json.text("meaning"));
    }
}
