package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.math.Exp;
import io.millrace.math.Turns;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Draws parameters and initial conditions, these at the centres (j + ½)ℓ/n of the cells of any grid. One thread's. Class: reproducible. */
final class Conditions {
    private static final double WIDTH = 0.01;

    private final PdeSpec spec;
    private final RandomStream stream;
    private final Map<Integer, RealFft> transforms = new HashMap<>();
    private final GaussianSquare square;
    private double[] fieldRe = {};
    private double[] fieldIm = {};

    Conditions(PdeSpec spec, long seed) {
        this.spec = spec;
        stream = new RandomStream(Philox.of(PdeSpec.WORKLOAD, seed));
        square = spec.equation().dimensions == 2 ? new GaussianSquare(spec.points()) : null;
    }

    /** The values of the equation's letters. */
    void parameters(long index, int attempt, double[] values) {
        stream.at(index, attempt, Streams.PARAMETERS);
        for (int letter = 0; letter < values.length; letter++) {
            ParameterLaw law = spec.laws().get(letter);
            values[letter] = law.kind() == ParameterLaw.Kind.CONSTANT
                    ? law.numbers().getFirst()
                    : law.at(stream.uniformDouble(letter));
        }
    }

    /** u at time 0 on a grid of so many points, number j at {@code u[at + j·stride]}. */
    void field(long index, int attempt, int points, double[] u, int at, int stride) {
        switch (spec.family()) {
            case PDEBENCH -> modes(index, attempt, points, u, at, stride);
            case GAUSSIAN_FIELD -> {
                if (spec.equation().dimensions == 2) {
                    stream.at(index, attempt, Streams.FIELD);
                    square.draw(stream, u);
                } else {
                    gaussian(index, attempt, points, u, at, stride);
                }
            }
            case AUTO -> throw new IllegalStateException("auto is one of the others");
            case CONSTANT -> {
                double value = 0.2 * stream.at(index, attempt, Streams.MODES).uniformDouble(0);
                for (int j = 0; j < points; j++) {
                    u[at + j * stride] = value;
                }
            }
            case KASSAM_TREFETHEN -> {
                double phase = stream.at(index, attempt, Streams.MODES).uniformDouble(0);
                for (int j = 0; j < points; j++) {
                    double turns = (j + 0.5) / points + phase;
                    u[at + j * stride] = Turns.cosOf(turns) * (1 + Turns.sinOf(turns));
                }
            }
        }
        if (spec.equation() == Equation.REACTION_DIFFUSION) {
            normalise(points, u, at, stride);
        }
    }

    /** (u − min)/(max − min), as PDEBench has it: below 0 reactions run away. What is constant becomes 0. */
    private void normalise(int points, double[] u, int at, int stride) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < points; j++) {
            least = Math.min(least, u[at + j * stride]);
            most = Math.max(most, u[at + j * stride]);
        }
        double factor = most > least ? 1 / (most - least) : 0;
        for (int j = 0; j < points; j++) {
            u[at + j * stride] = (u[at + j * stride] - least) * factor;
        }
    }

    private void modes(long index, int attempt, int points, double[] u, int at, int stride) {
        stream.at(index, attempt, Streams.MODES);
        int first = 1 + stream.below(0, 4);
        double firstAmplitude = stream.uniformDouble(1);
        double firstPhase = stream.uniformDouble(2);
        int second = 1 + stream.below(3, 4);
        double secondAmplitude = stream.uniformDouble(4);
        double secondPhase = stream.uniformDouble(5);
        boolean absolute = stream.uniformDouble(6) < 0.1;
        double sign = absolute && stream.below(7, 2) == 0 ? -1 : 1;
        boolean window = stream.uniformDouble(8) < 0.1;
        double left = Math.fma(stream.uniformDouble(9), 0.35, 0.1);
        double right = Math.fma(stream.uniformDouble(10), 0.35, 0.55);
        for (int j = 0; j < points; j++) {
            double x = (j + 0.5) / points;
            double value = Math.fma(
                    secondAmplitude,
                    Turns.sinOf(Math.fma(second, x, secondPhase)),
                    firstAmplitude * Turns.sinOf(Math.fma(first, x, firstPhase)));
            value = absolute ? sign * Math.abs(value) : value;
            u[at + j * stride] = window ? value * (flank(x - left) - flank(x - right)) : value;
        }
    }

    /** (1 + tanh(x/w))/2 = 1/(1 + e^{−2x/w}). */
    private static double flank(double x) {
        return 1 / (1 + Exp.exp(-2 / WIDTH * x));
    }

    /** Modes up to a sixth of the spec's points: what the solver keeps of squares has no more than a third. */
    private void gaussian(long index, int attempt, int points, double[] u, int at, int stride) {
        stream.at(index, attempt, Streams.FIELD);
        if (fieldRe.length != points / 2) {
            fieldRe = new double[points / 2];
            fieldIm = new double[points / 2];
        }
        Arrays.fill(fieldRe, 0);
        Arrays.fill(fieldIm, 0);
        for (int m = 1; m <= spec.points() / 6; m++) {
            double turns = 2 * Math.PI * m;
            double deviation = 25 / Math.fma(turns, turns, 25) * Math.sqrt(0.5);
            double a = deviation * stream.normal(2 * (m - 1));
            double b = -deviation * stream.normal(2 * (m - 1) + 1);
            // half a cell on: e^{iπm/n}
            double cos = Turns.cosOf(0.5 * m / points);
            double sin = Turns.sinOf(0.5 * m / points);
            fieldRe[m] = Math.fma(a, cos, -(b * sin));
            fieldIm[m] = Math.fma(a, sin, b * cos);
        }
        transforms.computeIfAbsent(points, length -> RealFft.scalar(length, 1)).inverse(fieldRe, fieldIm, 0);
        for (int j = 0; j < fieldRe.length; j++) {
            u[at + 2 * j * stride] = fieldRe[j];
            u[at + (2 * j + 1) * stride] = fieldIm[j];
        }
    }
}
