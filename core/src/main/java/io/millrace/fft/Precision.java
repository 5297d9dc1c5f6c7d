package io.millrace.fft;

import java.util.function.Function;
import java.util.function.IntFunction;

/** What {@code float[]} and {@code double[]} differ in where no arithmetic is done. */
record Precision<A>(IntFunction<A> zeros, Function<double[], A> rounded) {
    static final Precision<float[]> FLOAT = new Precision<>(float[]::new, Precision::toFloats);
    static final Precision<double[]> DOUBLE = new Precision<>(double[]::new, double[]::clone);

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
