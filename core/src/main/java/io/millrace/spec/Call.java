package io.millrace.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A name with numbers: {@code scale-free(2,1)}.
 *
 * @param name before the parenthesis
 * @param arguments within it
 */
public record Call(String name, List<Double> arguments) {
    /** A copy of the arguments. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    /** From its text; null for what is none, a name alone among it. */
    public static Call parse(String text) {
        int open = text.indexOf('(');
        if (open < 1 || !text.endsWith(")")) {
            return null;
        }
        List<Double> arguments = new ArrayList<>();
        for (String argument : text.substring(open + 1, text.length() - 1).split(",", -1)) {
            OptionalDouble value = Decimal.parse(argument.strip());
            if (value.isEmpty()) {
                return null;
            }
            arguments.add(value.getAsDouble());
        }
        return new Call(text.substring(0, open).strip(), arguments);
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(Decimal::text).collect(Collectors.joining(",", name + "(", ")"));
    }
}
