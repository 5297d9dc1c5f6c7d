package io.millrace.waveform.parameters;

import io.millrace.spec.Nearest;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of priors: {@code 1.5}, {@code uniform(0, 2pi)}, {@code sine}. */
final class PriorText {
    private static final Pattern CALL = Pattern.compile("([A-Za-z0-9_-]+)\\s*(?:\\(([^()]*)\\))?");
    private static final String DECIMAL = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern NUMBER = Pattern.compile("[+-]?" + DECIMAL);
    private static final Pattern PI =
            Pattern.compile("([+-]?)(" + DECIMAL + ")?\\s*\\*?\\s*pi(?:\\s*/\\s*(" + DECIMAL + "))?");

    private static final int[] DIVISORS = {1, 2, 3, 4, 6, 8};

    private PriorText() {}

    /** The laws and the constraint. */
    private enum Form {
        UNIFORM("uniform", 2, "uniform(a, b) with a < b", a -> new Law.Uniform(a[0], a[1])),
        SINE("sine", 2, "sine, or sine(a, b) with 0 <= a < b <= pi", a -> new Law.Sine(a[0], a[1])),
        COSINE("cosine", 2, "cosine, or cosine(a, b) with -pi/2 <= a < b <= pi/2", a -> new Law.Cosine(a[0], a[1])),
        POWER_LAW(
                "power-law",
                3,
                "power-law(alpha, a, b) with alpha from -100 to 100 and 0 < a < b, or a = 0 where alpha > -1",
                a -> new Law.PowerLaw(a[0], a[1], a[2])),
        LOG_UNIFORM("log-uniform", 2, "log-uniform(a, b) with 0 < a < b", a -> new Law.LogUniform(a[0], a[1])),
        CHIRP_MASS(
                ChirpMassLaw.NAME,
                2,
                ChirpMassLaw.NAME + "(a, b) with 0 < a < b",
                a -> new ChirpMassLaw(a[0], a[1]),
                Quantity.CHIRP_MASS),
        MASS_RATIO(
                MassRatioLaw.NAME,
                2,
                MassRatioLaw.NAME + "(a, b) with 0.0001 <= a < b <= 1",
                a -> new MassRatioLaw(a[0], a[1]),
                Quantity.MASS_RATIO),
        COMOVING_VOLUME(
                ComovingVolumeLaw.NAME,
                2,
                ComovingVolumeLaw.NAME + "(a, b) with 0 < a < b <= 1000000",
                a -> new ComovingVolumeLaw(a[0], a[1]),
                Quantity.LUMINOSITY_DISTANCE),
        ALIGNED_SPIN(
                AlignedSpin.NAME,
                1,
                AlignedSpin.NAME + "(a) with 0 < a <= 1",
                a -> new AlignedSpin(a[0]),
                Quantity.CHI_1,
                Quantity.CHI_2),
        CONSTRAINT("constraint", 2, "constraint(a, b) with a < b", a -> new Constraint(a[0], a[1]));

        final String text;
        final int arguments;
        final String allowed;
        final Function<double[], Prior> make;
        /** Whose law it is; empty for everyone's. */
        final Set<Quantity> of;

        Form(String text, int arguments, String allowed, Function<double[], Prior> make, Quantity... of) {
            this.text = text;
            this.arguments = arguments;
            this.allowed = allowed;
            this.make = make;
            this.of = EnumSet.noneOf(Quantity.class);
            this.of.addAll(Arrays.asList(of));
        }
    }

    /** See {@link Prior#parse}. */
    static Prior parse(String name, String text) {
        Optional<Double> number = number(text);
        if (number.isPresent()) {
            return new Law.Fixed(number.get());
        }
        Matcher call = CALL.matcher(text.strip());
        if (!call.matches()) {
            throw new SpecException(name, text, "a number or one of " + forms(name));
        }
        Form form = Arrays.stream(Form.values())
                .filter(one -> one.text.equals(call.group(1)))
                .findFirst()
                .orElseThrow(() -> unknown(name, text, call.group(1)));
        if (call.group(2) == null && form == Form.SINE) {
            return Law.Sine.FULL;
        }
        if (call.group(2) == null && form == Form.COSINE) {
            return Law.Cosine.FULL;
        }
        if (!form.of.isEmpty() && Quantity.named(name).filter(form.of::contains).isEmpty()) {
            throw new SpecException(
                    name,
                    text,
                    form.text + " for " + form.of.stream().map(Quantity::text).collect(Collectors.joining(" and "))
                            + " alone");
        }
        try {
            return form.make.apply(arguments(call.group(2), form.arguments));
        } catch (IllegalArgumentException e) {
            throw new SpecException(name, text, form.allowed);
        }
    }

    private static double[] arguments(String text, int count) {
        String[] parts = text == null ? new String[0] : text.split(",", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("not " + count + " arguments");
        }
        return Arrays.stream(parts)
                .mapToDouble(part -> number(part).orElseThrow(() -> new IllegalArgumentException(part)))
                .toArray();
    }

    private static SpecException unknown(String name, String text, String law) {
        List<String> laws = Arrays.stream(Form.values()).map(form -> form.text).toList();
        return new SpecException(name + " is '" + text + "', and there is no law '" + law + "' ("
                + String.join(" or ", Nearest.to(law, laws)) + "?): allowed is a number or one of " + forms(name));
    }

    private static String forms(String name) {
        Optional<Quantity> quantity = Quantity.named(name);
        List<String> forms = new ArrayList<>();
        for (Form form : Form.values()) {
            if (form.of.isEmpty() || quantity.filter(form.of::contains).isPresent()) {
                forms.add(form.allowed.split(" with | or ")[0].replaceAll(",$", ""));
            }
        }
        return String.join("; ", forms);
    }

    /** A finite decimal number, or a multiple or fraction of pi: {@code pi}, {@code 2pi}, {@code -3pi/4}. */
    static Optional<Double> number(String text) {
        String stripped = text.strip();
        Matcher pi = PI.matcher(stripped);
        double value;
        if (NUMBER.matcher(stripped).matches()) {
            value = Double.parseDouble(stripped);
        } else if (pi.matches()) {
            double factor = pi.group(2) == null ? 1 : Double.parseDouble(pi.group(2));
            double divisor = pi.group(3) == null ? 1 : Double.parseDouble(pi.group(3));
            value = (pi.group(1).equals("-") ? -factor : factor) * Math.PI / divisor;
        } else {
            return Optional.empty();
        }
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /** The shortest text that {@link #number} reads as this number; up to 4pi and down to pi/8 in terms of pi. */
    static String number(double value) {
        for (int divisor : DIVISORS) {
            for (int factor = 1; factor <= 4; factor++) {
                if (Math.abs(value) == factor * Math.PI / divisor) {
                    return (value < 0 ? "-" : "") + (factor == 1 ? "" : factor) + "pi"
                            + (divisor == 1 ? "" : "/" + divisor);
                }
            }
        }
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A law with its arguments. */
    static String call(String law, double... arguments) {
        return Arrays.stream(arguments).mapToObj(PriorText::number).collect(Collectors.joining(", ", law + "(", ")"));
    }
}
