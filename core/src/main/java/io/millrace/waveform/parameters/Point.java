package io.millrace.waveform.parameters;

/** One value for each {@link Parameter}; a worker's own, overwritten by every instance. */
public final class Point {
    private static final Parameter[] PARAMETERS = Parameter.values();

    private final double[] values = new double[PARAMETERS.length];

    /** All zero. */
    public Point() {}

    /** The value, in the parameter's unit. */
    public double get(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /** Sets a value. */
    public void set(Parameter parameter, double value) {
        values[parameter.ordinal()] = value;
    }

    /** Whether a spin has a component in the orbital plane. */
    public boolean precessing() {
        return get(Parameter.SPIN_1X) != 0
                || get(Parameter.SPIN_1Y) != 0
                || get(Parameter.SPIN_2X) != 0
                || get(Parameter.SPIN_2Y) != 0;
    }

    /** Every name and value that is not zero, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : PARAMETERS) {
            if (get(parameter) != 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(parameter.text())
                        .append('=')
                        .append(get(parameter));
            }
        }
        return text.toString();
    }
}
