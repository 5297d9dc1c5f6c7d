package io.millrace.json;

import java.util.List;
import java.util.Map;

/**
 * Writes JSON for people, and always in the same bytes: two spaces per level and one member per line, except that an
 * array of scalars, and whatever stands in an array, takes one line.
 *
 * <pre>
 * {
 *   "seed": "1",
 *   "fields": [
 *     {"name": "coords", "dtype": "&lt;f4", "shape": [100, 2]},
 *     {"name": "demand", "dtype": "&lt;i4", "shape": [100]}
 *   ]
 * }
 * </pre>
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /** The text of a value, without a line end after it. */
    public static String write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.block(value, 0);
        return writer.out.toString();
    }

    /** The text of a value on one line. */
    public static String writeLine(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.inline(value);
        return writer.out.toString();
    }

    private void block(Json value, int indent) {
        switch (value) {
            case Json.Obj(Map<String, Json> members)
            when !members.isEmpty() -> {
                String before = "{";
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.append(before);
                    newLine(indent + 1);
                    string(member.getKey());
                    out.append(": ");
                    block(member.getValue(), indent + 1);
                    before = ",";
                }
                newLine(indent);
                out.append('}');
            }
            case Json.Arr(List<Json> elements)
            when elements.stream().anyMatch(JsonWriter::holds) -> {
                String before = "[";
                for (Json element : elements) {
                    out.append(before);
                    newLine(indent + 1);
                    inline(element);
                    before = ",";
                }
                newLine(indent);
                out.append(']');
            }
            default -> inline(value);
        }
    }

    private static boolean holds(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Arr;
    }

    private void inline(Json value) {
        switch (value) {
            case Json.Obj(Map<String, Json> members) -> {
                String before = "";
                out.append('{');
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.append(before);
                    string(member.getKey());
                    out.append(": ");
                    inline(member.getValue());
                    before = ", ";
                }
                out.append('}');
            }
            case Json.Arr(List<Json> elements) -> {
                String before = "";
                out.append('[');
                for (Json element : elements) {
                    out.append(before);
                    inline(element);
                    before = ", ";
                }
                out.append(']');
            }
            case Json.Str(String text) -> string(text);
            case Json.Num(String literal) -> out.append(literal);
            case Json.Bool(boolean bool) -> out.append(bool);
            case Json.Null ignored -> out.append("null");
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void newLine(int indent) {
        out.append('\n').repeat("  ", indent);
    }
}
