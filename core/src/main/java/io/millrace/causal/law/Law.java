package io.millrace.causal.law;

import io.millrace.math.Normal;
import io.millrace.spec.Call;
import io.millrace.spec.Decimal;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * A law of single numbers, each drawn from two random words. Class: reproducible.
 *
 * @param kind the family
 * @param first the constant, the least, or the mean
 * @param second the most, or the standard deviation; 0 for a constant
 */
public record Law(Kind kind, float first, float second) {
    /** The largest magnitude of a parameter. */
    public static final float MOST = 1e6f;

    /** The families. */
    public enum Kind {
        /** Always {@code first}. */
        CONSTANT,
        /** Uniform from {@code first} to {@code second}, which rounding may reach. */
        UNIFORM,
        /** The same with either sign. */
        SIGNED_UNIFORM,
        /** N(first, second²). */
        NORMAL
    }

    /** Checks the parameters. */
    public Law {
        // -0 is written as 0
        first += 0f;
        second += 0f;
        boolean fits = Math.abs(first) <= MOST
                && switch (kind) {
                    case CONSTANT -> second == 0;
                    case UNIFORM -> first <= second && second <= MOST;
                    case SIGNED_UNIFORM -> first >= 0 && first <= second && second <= MOST;
                    case NORMAL -> second >= 0 && second <= MOST;
                };
        if (!fits) {
            throw new SpecException("the law " + text(kind, first, second) + " is none: allowed are magnitudes up to "
                    + Decimal.text(MOST) + ", the least first, and no negative one in signed-uniform and spreads");
        }
    }

    /** Always that number. */
    public static Law constant(double value) {
        return new Law(Kind.CONSTANT, (float) value, 0);
    }

    /** What is allowed of a key whose laws have these names. */
    public static String allowed(Map<String, Law> named) {
        return "a number, uniform(a,b), signed-uniform(a,b), normal(mean,deviation), magnitudes up to 1000000, "
                + String.join(", ", new TreeSet<>(named.keySet()));
    }

    /**
     * The law of a setting.
     *
     * @param named laws that the key has a name for
     * @throws SpecException for what is none
     */
    public static Law of(Settings settings, String key, Map<String, Law> named) {
        String text = settings.text(key);
        if (named.containsKey(text)) {
            return named.get(text);
        }
        try {
            Call call = Call.parse(text);
            if (call == null) {
                OptionalDouble value = Decimal.parse(text);
                return constant(value.orElseThrow(() -> settings.refused(key)));
            }
            Kind kind = Arrays.stream(Kind.values())
                    .filter(each -> each != Kind.CONSTANT
                            && Settings.kebab(each).equals(call.name())
                            && call.arguments().size() == 2)
                    .findFirst()
                    .orElseThrow(() -> settings.refused(key));
            return new Law(
                    kind,
                    call.arguments().get(0).floatValue(),
                    call.arguments().get(1).floatValue());
        } catch (SpecException e) {
            throw settings.refused(key);
        }
    }

    /** The number of two words. */
    public float at(int first, int second) {
        return switch (kind) {
            case CONSTANT -> this.first;
            case UNIFORM -> uniform(first);
            case SIGNED_UNIFORM -> signed(uniform(first), second);
            case NORMAL -> Math.fma(this.second, Normal.first(first, second), this.first);
        };
    }

    /** The number, or its negative where the word is odd: without a branch, which nobody could guess. Zero is +0. */
    private static float signed(float number, int word) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(number) ^ word << 31) + 0f;
    }

    private float uniform(int word) {
        return Math.fma((word >>> 8) * 0x1p-24f, second - first, first);
    }

    /** Whether it is one number. */
    public boolean single() {
        return kind == Kind.CONSTANT;
    }

    /** The least number that it gives. */
    public float least() {
        return switch (kind) {
            case CONSTANT, UNIFORM -> first;
            case SIGNED_UNIFORM -> -second;
            case NORMAL -> second > 0 ? Float.NEGATIVE_INFINITY : first;
        };
    }

    @Override
    public String toString() {
        return text(kind, first, second);
    }

    private static String text(Kind kind, float first, float second) {
        String one = shortest(first);
        return kind == Kind.CONSTANT ? one : Settings.kebab(kind) + "(" + one + "," + shortest(second) + ")";
    }

    /** The shortest text of a float: {@code 0.2}, where its double has more digits. */
    private static String shortest(float value) {
        return Decimal.text(Double.parseDouble(Float.toString(value)));
    }
}
