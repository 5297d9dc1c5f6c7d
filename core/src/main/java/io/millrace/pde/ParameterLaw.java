package io.millrace.pde;

import io.millrace.math.Exp;
import io.millrace.math.Log;
import io.millrace.spec.Call;
import io.millrace.spec.Decimal;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A parameter of an equation: one number, or drawn for each trajectory from one uniform number. Class: reproducible.
 *
 * @param kind the family
 * @param numbers the number; the least and the most; the choices
 */
public record ParameterLaw(Kind kind, List<Double> numbers) {
    /** What is allowed, beside the range. */
    public static final String ALLOWED = "a number, uniform(a,b), log-uniform(a,b) or choice(a,b,…)";

    /** The families. */
    public enum Kind {
        /** Always the same. */
        CONSTANT,
        /** Uniform between two numbers. */
        UNIFORM,
        /** Its logarithm uniform between those of two positive numbers. */
        LOG_UNIFORM,
        /** Each of some numbers as often. */
        CHOICE
    }

    /** Checks the numbers. */
    public ParameterLaw {
        numbers = List.copyOf(numbers);
        boolean fits = switch (kind) {
            case CONSTANT -> numbers.size() == 1;
            case UNIFORM -> numbers.size() == 2 && numbers.get(0) < numbers.get(1);
            case LOG_UNIFORM -> numbers.size() == 2 && numbers.get(0) > 0 && numbers.get(0) < numbers.get(1);
            case CHOICE -> numbers.size() > 1;
        };
        if (!fits || numbers.stream().anyMatch(number -> !Double.isFinite(number))) {
            throw new SpecException("the law " + text(kind, numbers) + " is none: allowed is " + ALLOWED
                    + ", the least first, positive in log-uniform");
        }
    }

    /** Always that number. */
    public static ParameterLaw constant(double value) {
        return new ParameterLaw(Kind.CONSTANT, List.of(value));
    }

    /**
     * The law of a setting, all of whose numbers are in a range.
     *
     * @throws SpecException for what is none
     */
    static ParameterLaw of(Settings settings, String key, double least, double most) {
        String text = settings.text(key);
        try {
            ParameterLaw law = parse(text);
            if (law != null && law.least() >= least && law.most() <= most) {
                return law;
            }
        } catch (SpecException e) {
            throw settings.refused(key);
        }
        throw settings.refused(key);
    }

    private static ParameterLaw parse(String text) {
        Call call = Call.parse(text);
        if (call == null) {
            OptionalDouble value = Decimal.parse(text);
            return value.isEmpty() ? null : constant(value.getAsDouble());
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.CONSTANT && Settings.kebab(kind).equals(call.name())) {
                return new ParameterLaw(kind, call.arguments());
            }
        }
        return null;
    }

    /** The value at {@code u} ∈ [0, 1). */
    public double at(double u) {
        double first = numbers.getFirst();
        return switch (kind) {
            case CONSTANT -> first;
            case UNIFORM -> Math.fma(u, numbers.get(1) - first, first);
            case LOG_UNIFORM -> {
                double log = Log.log(first);
                double value = Exp.exp(Math.fma(u, Log.log(numbers.get(1)) - log, log));
                yield Math.clamp(value, first, numbers.get(1));
            }
            case CHOICE -> numbers.get((int) (u * numbers.size()));
        };
    }

    /** The least value. */
    public double least() {
        return numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The largest value. */
    public double most() {
        return numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    @Override
    public String toString() {
        return text(kind, numbers);
    }

    private static String text(Kind kind, List<Double> numbers) {
        return kind == Kind.CONSTANT && numbers.size() == 1
                ? Decimal.text(numbers.getFirst())
                : new Call(Settings.kebab(kind), numbers).toString();
    }
}
