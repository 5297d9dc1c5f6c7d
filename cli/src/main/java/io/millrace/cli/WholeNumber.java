package io.millrace.cli;

import picocli.CommandLine.TypeConversionException;

/** Whole numbers on the command line: decimal digits, which may be grouped by underscores as in Java. */
final class WholeNumber {
    private WholeNumber() {}

    static long parseLong(String text) {
        try {
            return Long.parseLong(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw refused(text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    static int parseInt(String text) {
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw refused(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    private static TypeConversionException refused(String text, long least, long most) {
        return new TypeConversionException("'" + text + "' is not a whole number from " + least + " to " + most);
    }

    /**
     * Checks a range.
     *
     * @throws IllegalArgumentException naming the option, the value and the range
     */
    static void require(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " is " + value + ": allowed is " + least + " to " + most);
        }
    }
}
