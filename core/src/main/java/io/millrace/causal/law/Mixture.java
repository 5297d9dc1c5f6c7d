package io.millrace.causal.law;

import io.millrace.random.RandomStream;
import io.millrace.spec.Decimal;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Choices with their probabilities: {@code 0.7*linear + 0.3*mlp}, or one alone.
 *
 * @param <T> what is chosen
 * @param choices one or more
 * @param weights as many, above 0, with the sum 1 (to 1e-9)
 */
public record Mixture<T>(List<T> choices, List<Double> weights) {
    private static final double SLACK = 1e-9;

    /** Checks the weights. */
    public Mixture {
        choices = List.copyOf(choices);
        weights = List.copyOf(weights);
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (choices.isEmpty() || choices.size() != weights.size()) {
            throw new IllegalArgumentException(choices.size() + " choices with " + weights.size() + " weights");
        }
        if (!(Math.abs(sum - 1) <= SLACK) || weights.stream().anyMatch(weight -> !(weight > 0))) {
            throw new SpecException(
                    "the weights " + weights + " are no mixture: allowed are weights above 0 that sum to 1");
        }
        if (choices.size() == 1) {
            weights = List.of(1.0);
        }
    }

    /** One choice. */
    public static <T> Mixture<T> of(T choice) {
        return new Mixture<>(List.of(choice), List.of(1.0));
    }

    /**
     * The mixture of a setting.
     *
     * @param parse a choice from its text; null for what is none
     * @throws SpecException for what is none
     */
    public static <T> Mixture<T> of(Settings settings, String key, Function<String, T> parse) {
        String text = settings.text(key);
        List<T> choices = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            int star = part.indexOf('*');
            OptionalDouble weight = star < 0
                    ? OptionalDouble.of(1)
                    : Decimal.parse(part.substring(0, star).strip());
            T choice = parse.apply(part.substring(star + 1).strip());
            if (choice == null || weight.isEmpty()) {
                throw settings.refused(key);
            }
            choices.add(choice);
            weights.add(weight.getAsDouble());
        }
        try {
            return new Mixture<>(choices, weights);
        } catch (SpecException e) {
            throw new SpecException(key, text, "weights above 0 that sum to 1, as 0.7*a + 0.3*b");
        }
    }

    /** Whether there is one choice. */
    public boolean single() {
        return choices.size() == 1;
    }

    /** The choice at {@code u} ∈ [0, 1) of the cumulated weights. */
    public T at(double u) {
        return choices.get(indexAt(u));
    }

    /** The choice at uniform double {@code k} of a stream, which is not asked where there is one choice. */
    public T at(RandomStream stream, int k) {
        return choices.get(indexAt(stream, k));
    }

    /** Its position. */
    public int indexAt(RandomStream stream, int k) {
        return single() ? 0 : indexAt(stream.uniformDouble(k));
    }

    /** Its position. */
    public int indexAt(double u) {
        double sum = 0;
        for (int i = 0; i < choices.size() - 1; i++) {
            sum += weights.get(i);
            if (u < sum) {
                return i;
            }
        }
        return choices.size() - 1;
    }

    /** Its text, with this for each choice. */
    public String text(Function<T, String> each) {
        if (single()) {
            return each.apply(choices.getFirst());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < choices.size(); i++) {
            text.append(i == 0 ? "" : " + ")
                    .append(Decimal.text(weights.get(i)))
                    .append('*')
                    .append(each.apply(choices.get(i)));
        }
        return text.toString();
    }
}
