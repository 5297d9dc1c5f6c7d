package io.millrace.causal.mechanism;

import io.millrace.causal.law.Law;
import io.millrace.causal.law.Mixture;
import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of {@link Equations}: text to components and back. */
public final class EquationKeys {
    private static final Map<String, Law> WEIGHTS = Map.of(
            "notears", new Law(Law.Kind.SIGNED_UNIFORM, 0.5f, 2), "avici", new Law(Law.Kind.SIGNED_UNIFORM, 1, 3));
    private static final Map<String, Law> BIASES =
            Map.of("notears", Law.constant(0), "avici", new Law(Law.Kind.UNIFORM, -3, 3));
    private static final Map<String, Law> SCALES =
            Map.of("notears", Law.constant(1), "avici", new Law(Law.Kind.UNIFORM, 0.2f, 2));
    private static final Map<String, Law> LENGTHS = Map.of("avici", new Law(Law.Kind.UNIFORM, 7, 10));
    private static final Map<String, Law> OUTPUTS = Map.of("avici", new Law(Law.Kind.UNIFORM, 10, 20));

    private static final String MIXED = ", or a mixture as 0.7*";

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key(
                    "mechanism",
                    "linear",
                    "",
                    Settings.choices(Mechanism.values()) + MIXED + "linear + 0.3*mlp",
                    "how a node follows from its causes"),
            new Key(
                    "mechanism-per",
                    "node",
                    "",
                    Settings.choices(Per.values()),
                    "what each mechanism of a mixture is chosen for"),
            new Key(
                    "noise",
                    "gaussian",
                    "",
                    Settings.choices(Noise.values()) + MIXED + "gaussian + 0.3*laplace",
                    "law of the noise, with mean 0"),
            new Key(
                    "noise-per",
                    "node",
                    "",
                    Settings.choices(Per.values()),
                    "what each noise of a mixture is chosen for"),
            new Key("degrees-of-freedom", "3", "", "2.1 to 1000", "of noise student-t"),
            new Key("noise-scale", "1", "", Law.allowed(SCALES), "standard deviation of a node's noise"),
            new Key(
                    "heteroscedastic",
                    "false",
                    "",
                    "true, false",
                    "noise times the root of ln(1 + e^h(causes)), h a random function"),
            new Key(
                    "weight",
                    "notears",
                    "",
                    Law.allowed(WEIGHTS),
                    "weights of causes in linear, logistic, poisson, mlp, mim"),
            new Key("bias", "0", "", Law.allowed(BIASES), "a node's constant"),
            new Key("features", "100", "", "1 to " + Equations.MOST_FEATURES, "Fourier features of rff-gp"),
            new Key(
                    "length-scale",
                    "avici",
                    "",
                    Law.allowed(LENGTHS),
                    "of rff-gp: how far a cause moves until its effect differs"),
            new Key("output-scale", "avici", "", Law.allowed(OUTPUTS), "of rff-gp: standard deviation of an effect"),
            new Key("hidden", "100", "", "1 to " + Equations.MOST_FEATURES, "hidden units of mlp"),
            new Key("polynomial-degree", "2", "", "1 to " + Equations.MOST_DEGREE, "of mechanism polynomial"));

    private EquationKeys() {}

    /**
     * The equations of these settings.
     *
     * @throws SpecException for what is out of range
     */
    public static Equations parse(Settings settings) {
        return new Equations(
                Mixture.of(settings, "mechanism", text -> constant(Mechanism.values(), text)),
                settings.choice("mechanism-per", Per.class),
                Mixture.of(settings, "noise", text -> constant(Noise.values(), text)),
                settings.choice("noise-per", Per.class),
                settings.number("degrees-of-freedom", Equations.LEAST_FREEDOM, Equations.MOST_FREEDOM),
                Law.of(settings, "noise-scale", SCALES),
                settings.flag("heteroscedastic"),
                Law.of(settings, "weight", WEIGHTS),
                Law.of(settings, "bias", BIASES),
                settings.integer("features", 1, Equations.MOST_FEATURES),
                Law.of(settings, "length-scale", LENGTHS),
                Law.of(settings, "output-scale", OUTPUTS),
                settings.integer("hidden", 1, Equations.MOST_FEATURES),
                settings.integer("polynomial-degree", 1, Equations.MOST_DEGREE));
    }

    /** Every key with its value; {@link #parse} of them gives equal equations. */
    public static Map<String, String> settings(Equations equations) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mechanism", equations.mechanisms().text(Settings::kebab));
        settings.put("mechanism-per", Settings.kebab(equations.mechanismPer()));
        settings.put("noise", equations.noises().text(Settings::kebab));
        settings.put("noise-per", Settings.kebab(equations.noisePer()));
        settings.put("degrees-of-freedom", Decimal.text(equations.freedom()));
        settings.put("noise-scale", equations.noiseScale().toString());
        settings.put("heteroscedastic", Boolean.toString(equations.heteroscedastic()));
        settings.put("weight", equations.weight().toString());
        settings.put("bias", equations.bias().toString());
        settings.put("features", Integer.toString(equations.features()));
        settings.put("length-scale", equations.lengthScale().toString());
        settings.put("output-scale", equations.outputScale().toString());
        settings.put("hidden", Integer.toString(equations.hidden()));
        settings.put("polynomial-degree", Integer.toString(equations.degree()));
        return settings;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> Settings.kebab(constant).equals(text))
                .findFirst()
                .orElse(null);
    }
}
