package io.millrace.pde;

import io.millrace.batch.DType;
import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of {@link PdeSpec}: text to components and back. */
public final class PdeKeys {
    private static final String AUTO = "auto";
    private static final String TYPES = "f2, f4 or f8";

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = all();

    private PdeKeys() {}

    private static Key key(String name, String byDefault, String allowed, String meaning) {
        return new Key(name, byDefault, "", allowed, meaning);
    }

    private static List<Key> all() {
        List<Key> all = new ArrayList<>(List.of(
                key("equation", "burgers", Settings.choices(Equation.values()), "what is solved"),
                key(
                        "points",
                        "1024",
                        "even numbers from 8 to " + PdeSpec.MOST_POINTS,
                        "points of the grid; of navier-stokes a side's, up to 512"),
                key("length", "1", "0.001 to 1000000", "length of the periodic domain"),
                key("frames", "201", "2 to " + PdeSpec.MOST_FRAMES, "times that are stored, the first at 0"),
                key("t-end", "2", "above 0, up to 1000000", "time of the last frame"),
                key("scheme", AUTO, Settings.choices(Scheme.values()), "how it is solved"),
                key("steps", AUTO, "auto, or 1 to " + PdeSpec.MOST_STEPS, "steps from a frame to the next"),
                key("initial", AUTO, Settings.choices(Initial.values()), "family of the initial conditions")));
        for (Letter letter : Letter.values()) {
            all.add(key(
                    Settings.kebab(letter),
                    letter.byDefault,
                    ParameterLaw.ALLOWED + ", from " + Decimal.text(letter.least) + " to " + Decimal.text(letter.most),
                    letter.meaning));
        }
        all.add(key("certify", "16", "0 to 1000000000", "one in so many is solved again, finer; 0: none"));
        all.add(key("dtype", "f4", TYPES, "element type of u"));
        return List.copyOf(all);
    }

    /** The spec of these settings; keys not given take their default. */
    static PdeSpec parse(Map<String, String> given) {
        Settings settings = new Settings(ALL, given);
        Equation equation = settings.choice("equation", Equation.class);
        List<ParameterLaw> laws = new ArrayList<>();
        for (Letter letter : Letter.values()) {
            String name = Settings.kebab(letter);
            ParameterLaw law = ParameterLaw.of(settings, name, letter.least, letter.most);
            if (equation.letters.contains(letter)) {
                laws.add(law);
            } else if (!settings.text(name).equals(letter.byDefault)) {
                throw new SpecException(name + " is '" + settings.text(name) + "', but " + Settings.kebab(equation)
                        + " has none: its letters are "
                        + equation.letters.stream().map(Settings::kebab).collect(Collectors.joining(", ")));
            }
        }
        return new PdeSpec(
                equation,
                settings.integer("points", 8, PdeSpec.MOST_POINTS),
                settings.number("length", 1e-3, 1e6),
                settings.integer("frames", 2, PdeSpec.MOST_FRAMES),
                settings.number("t-end", Double.MIN_NORMAL, 1e6),
                settings.choice("scheme", Scheme.class),
                settings.text("steps").equals(AUTO) ? 0 : settings.integer("steps", 1, PdeSpec.MOST_STEPS),
                settings.choice("initial", Initial.class),
                laws,
                settings.integer("certify", 0, 1_000_000_000),
                type(settings));
    }

    private static DType type(Settings settings) {
        return switch (settings.text("dtype")) {
            case "f2" -> DType.F2;
            case "f4" -> DType.F4;
            case "f8" -> DType.F8;
            default -> throw settings.refused("dtype");
        };
    }

    /** Every key with its value; {@link #parse} of them gives an equal spec. */
    static Map<String, String> settings(PdeSpec spec) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("equation", Settings.kebab(spec.equation()));
        settings.put("points", Integer.toString(spec.points()));
        settings.put("length", Decimal.text(spec.length()));
        settings.put("frames", Integer.toString(spec.frames()));
        settings.put("t-end", Decimal.text(spec.end()));
        settings.put("scheme", Settings.kebab(spec.scheme()));
        settings.put("steps", spec.steps() == 0 ? AUTO : Integer.toString(spec.steps()));
        settings.put("initial", Settings.kebab(spec.initial()));
        for (Letter letter : Letter.values()) {
            int at = spec.equation().letters.indexOf(letter);
            settings.put(
                    Settings.kebab(letter),
                    at < 0 ? letter.byDefault : spec.laws().get(at).toString());
        }
        settings.put("certify", Integer.toString(spec.certify()));
        settings.put("dtype", spec.dtype().name().toLowerCase(Locale.ROOT));
        return settings;
    }
}
