package io.millrace.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value that fills its text: no byte-order mark, no comment, no trailing comma, no second member of the
 * same name, no lone surrogate, nothing after the value, and at most {@value #MAX_DEPTH} containers inside each other.
 */
public final class JsonReader {
    /** The deepest nesting. */
    public static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The value that the bytes hold in UTF-8.
     *
     * @throws JsonException if they do not, with the place
     */
    public static Json read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("the text is not UTF-8");
        }
    }

    /**
     * The value that the text holds.
     *
     * @throws JsonException if it does not, with the place
     */
    public static Json read(String text) {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Json value = reader.value(0);
        reader.skipSpace();
        if (reader.at != text.length()) {
            throw reader.error("the end of the text");
        }
        return value;
    }

    private Json value(int depth) {
        if (at == text.length()) {
            throw error("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", Json.Null.NULL);
            default -> number();
        };
    }

    private Json object(int depth) {
        enter(depth);
        Map<String, Json> members = new LinkedHashMap<>();
        if (!tookClosing('}')) {
            do {
                skipSpace();
                int start = at;
                String name = string();
                skipSpace();
                require(':');
                skipSpace();
                if (members.put(name, value(depth + 1)) != null) {
                    at = start;
                    throw error("a member other than '" + name + "', which is there already,");
                }
                skipSpace();
            } while (took(','));
            require('}');
        }
        return new Json.Obj(members);
    }

    private Json array(int depth) {
        enter(depth);
        List<Json> elements = new ArrayList<>();
        if (!tookClosing(']')) {
            do {
                skipSpace();
                elements.add(value(depth + 1));
                skipSpace();
            } while (took(','));
            require(']');
        }
        return new Json.Arr(elements);
    }

    private void enter(int depth) {
        if (depth == MAX_DEPTH) {
            throw error("no more than " + MAX_DEPTH + " containers inside each other");
        }
        at++;
    }

    private boolean tookClosing(char closing) {
        skipSpace();
        return took(closing);
    }

    private String string() {
        require('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at == text.length()) {
                throw error("the end of a string");
            }
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return checked(out.toString());
            }
            if (c < ' ') {
                throw error("an escape in place of a control character");
            }
            at++;
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private String checked(String string) {
        try {
            return new Json.Str(string).value();
        } catch (JsonException e) {
            throw error("whole surrogate pairs");
        }
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u' || at + 5 > text.length()) {
            throw error("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }
        int code = 0;
        for (int i = at + 1; i < at + 5; i++) {
            char hex = text.charAt(i);
            int digit = hex < 128 ? Character.digit(hex, 16) : -1;
            if (digit < 0) {
                throw error("four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        at += 5;
        return (char) code;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw error("a value");
        }
        at += word.length();
        return value;
    }

    private Json number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new Json.Num(text.substring(start, at));
        } catch (JsonException e) {
            at = start;
            throw error("a value");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean took(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char c) {
        if (!took(c)) {
            throw error("'" + c + "'");
        }
    }

    private JsonException error(String expected) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new JsonException("line " + line + ", column " + column + ": expected " + expected
                + (at == text.length() ? " but the text ends" : ""));
    }
}
