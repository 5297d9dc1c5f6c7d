package io.millrace.cli;

import io.millrace.json.Json;
import io.millrace.json.JsonException;
import io.millrace.json.JsonWriter;
import io.millrace.spec.Spec;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object on one line, built member by member. */
final class JsonLine {
    private final Map<String, Json> members = new LinkedHashMap<>();

    /** With the workload and, as {@code settings}, the spec's; those that are numbers become numbers. */
    static JsonLine of(Spec spec) {
        Map<String, Json> settings = new LinkedHashMap<>();
        spec.settings().forEach((key, value) -> settings.put(key, scalar(value)));
        return new JsonLine().put("workload", spec.workload()).put("settings", new Json.Obj(settings));
    }

    /** A number where the text is one in JSON's own form, else a string. */
    static Json scalar(String text) {
        try {
            return new Json.Num(text);
        } catch (JsonException e) {
            return new Json.Str(text);
        }
    }

    JsonLine put(String name, String value) {
        members.put(name, new Json.Str(value));
        return this;
    }

    JsonLine put(String name, long value) {
        members.put(name, Json.Num.of(value));
        return this;
    }

    JsonLine put(String name, double value) {
        members.put(name, Json.Num.of(value));
        return this;
    }

    JsonLine put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        return JsonWriter.writeLine(new Json.Obj(members));
    }
}
