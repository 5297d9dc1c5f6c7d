package io.millrace.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings as text, read key by key into a spec's components; every refusal is a {@link SpecException}. */
public final class Settings {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Settings over a workload's keys; those not given take their default.
     *
     * @throws SpecException for an unknown key; the message lists those that there are
     */
    public Settings(List<Key> keys, Map<String, String> given) {
        for (Key key : keys) {
            this.keys.put(key.name(), key);
            values.put(key.name(), key.byDefault());
        }
        given.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw new SpecException(
                        "there is no key '" + name + "': the keys are " + String.join(", ", values.keySet()));
            }
            values.put(name, value.strip());
        });
    }

    /** The value as text. */
    public String text(String key) {
        return values.get(key);
    }

    /** An integer between two bounds, both included. */
    public int integer(String key, int least, int most) {
        return integer(key, text(key), least, most);
    }

    private int integer(String key, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw refused(key);
    }

    /** A range of integers, {@code 20} or {@code 10..50}, between two bounds, both included. */
    public IntRange range(String key, int least, int most) {
        String text = text(key);
        int dots = text.indexOf("..");
        if (dots < 0) {
            int value = integer(key, text, least, most);
            return new IntRange(value, value);
        }
        int from = integer(key, text.substring(0, dots).strip(), least, most);
        int to = integer(key, text.substring(dots + 2).strip(), least, most);
        if (from > to) {
            throw refused(key);
        }
        return new IntRange(from, to);
    }

    /** A finite number between two bounds, both included. */
    public double number(String key, double least, double most) {
        return number(key, text(key), least, most);
    }

    private double number(String key, String text, double least, double most) {
        return Decimal.parse(text).stream()
                .filter(value -> value >= least && value <= most)
                .findFirst()
                .orElseThrow(() -> refused(key));
    }

    /** A range of numbers, {@code 20} or {@code 0..30.5}, between two bounds, both included. */
    public NumberRange numbers(String key, double least, double most) {
        String text = text(key);
        int dots = text.indexOf("..");
        double from = number(key, dots < 0 ? text : text.substring(0, dots).strip(), least, most);
        double to = dots < 0 ? from : number(key, text.substring(dots + 2).strip(), least, most);
        if (from > to) {
            throw refused(key);
        }
        return new NumberRange(from, to);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return switch (text(key).toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw refused(key);
        };
    }

    /** One of an enum's constants, written in kebab-case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (kebab(constant).equals(text(key))) {
                return constant;
            }
        }
        throw refused(key);
    }

    /** The refusal of a key's value: what it is, and what is allowed. */
    public SpecException refused(String key) {
        return new SpecException(key, text(key), keys.get(key).allowed());
    }

    /** A constant as it is written in settings. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An enum's constants as a {@link Key} lists them. */
    public static String choices(Enum<?>... constants) {
        return List.of(constants).stream().map(Settings::kebab).collect(Collectors.joining(", "));
    }
}
