package io.millrace.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON value: immutable; equal when the text it stands for is the same but for white space and member order. */
public sealed interface Json {
    /**
     * An object; its members keep their order.
     *
     * @param members names and values
     */
    record Obj(Map<String, Json> members) implements Json {
        /** Copies the members. */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** Whether there is a member of that name. */
        public boolean has(String name) {
            return members.containsKey(name);
        }

        /**
         * The member of that name.
         *
         * @throws JsonException if there is none
         */
        public Json get(String name) {
            Json value = members.get(name);
            if (value == null) {
                throw new JsonException("the member '" + name + "' is missing");
            }
            return value;
        }

        /**
         * The string of that name.
         *
         * @throws JsonException if it is missing or something else
         */
        public String text(String name) {
            return get(name, Str.class, "a string").value();
        }

        /**
         * The integer of that name.
         *
         * @throws JsonException if it is missing, something else, or no integer of 64 bits
         */
        public long integer(String name) {
            try {
                return get(name, Num.class, "a number").integer();
            } catch (ArithmeticException e) {
                throw new JsonException("the member '" + name + "' is "
                        + get(name, Num.class, "a number").literal() + " where an integer of 64 bits is expected");
            }
        }

        /**
         * The integer of that name within bounds.
         *
         * @throws JsonException if it is missing, something else, or out of bounds
         */
        public long integer(String name, long least, long most) {
            long value = integer(name);
            if (value < least || value > most) {
                throw new JsonException(
                        "the member '" + name + "' is " + value + ": allowed is " + least + " to " + most);
            }
            return value;
        }

        /**
         * The boolean of that name.
         *
         * @throws JsonException if it is missing or something else
         */
        public boolean bool(String name) {
            return get(name, Bool.class, "true or false").value();
        }

        /**
         * The object of that name.
         *
         * @throws JsonException if it is missing or something else
         */
        public Obj object(String name) {
            return get(name, Obj.class, "an object");
        }

        /**
         * The elements of the array of that name.
         *
         * @throws JsonException if it is missing or something else
         */
        public List<Json> array(String name) {
            return get(name, Arr.class, "an array").elements();
        }

        private <T extends Json> T get(String name, Class<T> type, String expected) {
            Json value = get(name);
            if (!type.isInstance(value)) {
                throw new JsonException("the member '" + name + "' is not " + expected);
            }
            return type.cast(value);
        }
    }

    /**
     * An array.
     *
     * @param elements in order
     */
    record Arr(List<Json> elements) implements Json {
        /** Copies the elements. */
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A string.
     *
     * @param value Unicode without lone surrogates
     */
    record Str(String value) implements Json {
        /** Refuses lone surrogates, which UTF-8 cannot carry. */
        public Str {
            requireUnicode(value);
        }
    }

    /**
     * A number, kept as it is written, so that nothing is rounded on the way.
     *
     * @param literal as RFC 8259, section 6, has it
     */
    record Num(String literal) implements Json {
        private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        private static final int LONGEST = 64;

        /** Checks the grammar, and that it has at most 64 characters. */
        public Num {
            if (literal.length() > LONGEST || !GRAMMAR.matcher(literal).matches()) {
                throw new JsonException("'" + literal.substring(0, Math.min(literal.length(), LONGEST))
                        + "' is not a number, or has more than " + LONGEST + " characters");
            }
        }

        /** An integer. */
        public static Num of(long value) {
            return new Num(Long.toString(value));
        }

        /**
         * A double, in the shortest digits that read back to it.
         *
         * @throws JsonException for NaN and infinities, which JSON does not have
         */
        public static Num of(double value) {
            return new Num(Double.toString(value));
        }

        /**
         * The value, if it is written as an integer of 64 bits.
         *
         * @throws ArithmeticException if it is not
         */
        public long integer() {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException e) {
                throw new ArithmeticException(literal + " is no integer of 64 bits");
            }
        }

        /** The nearest double; infinite where the number is beyond all doubles. */
        public double real() {
            return Double.parseDouble(literal);
        }
    }

    /**
     * True or false.
     *
     * @param value which
     */
    record Bool(boolean value) implements Json {}

    /** The null. */
    enum Null implements Json {
        /** The only one. */
        NULL
    }

    /** Refuses a string that is not Unicode. */
    private static void requireUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw new JsonException("a string has half a surrogate pair at its character " + i);
            }
            i++;
        }
    }
}
