package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.math.Exp;
import io.millrace.math.Turns;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/** Draws parameters and initial conditions. One thread's. Class: reproducible. */
final class Conditions {
    private static final double WIDTH = 0.01;

    private final PdeSpec spec;
    private final RandomStream stream;
    private final double[] fieldRe;
    private final double[] fieldIm;
    private final RealFft fft;

    Conditions(PdeSpec spec, long seed) {
        this.spec = spec;
        stream = new RandomStream(Philox.of(PdeSpec.WORKLOAD, seed));
        boolean gaussian = spec.initial() == Initial.GAUSSIAN_FIELD;
        fft = gaussian ? RealFft.scalar(spec.points(), 1) : null;
        fieldRe = new double[gaussian ? spec.points() / 2 : 0];
        fieldIm = new double[fieldRe.length];
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

    /** u at time 0, number j at {@code u[at + j·stride]}. */
    void field(long index, int attempt, double[] u, int at, int stride) {
        switch (spec.initial()) {
            case PDEBENCH -> modes(index, attempt, u, at, stride);
            case GAUSSIAN_FIELD -> gaussian(index, attempt, u, at, stride);
            case KASSAM_TREFETHEN -> {
                double phase = stream.at(index, attempt, Streams.MODES).uniformDouble(0);
                for (int j = 0; j < spec.points(); j++) {
                    double turns = (double) j / spec.points() + phase;
                    u[at + j * stride] = Turns.cosOf(turns) * (1 + Turns.sinOf(turns));
                }
            }
        }
        if (spec.equation() == Equation.REACTION_DIFFUSION) {
            normalise(u, at, stride);
        }
    }

    /** (u − min)/(max − min), as PDEBench has it: below 0 reactions run away. What is constant becomes 0. */
    private void normalise(double[] u, int at, int stride) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < spec.points(); j++) {
            least = Math.min(least, u[at + j * stride]);
            most = Math.max(most, u[at + j * stride]);
        }
        double factor = most > least ? 1 / (most - least) : 0;
        for (int j = 0; j < spec.points(); j++) {
            u[at + j * stride] = (u[at + j * stride] - least) * factor;
        }
    }

    private void modes(long index, int attempt, double[] u, int at, int stride) {
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
        for (int j = 0; j < spec.points(); j++) {
            double x = (double) j / spec.points();
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

    /** Modes up to a sixth of the points: what the solver keeps of squares has no more than a third. */
    private void gaussian(long index, int attempt, double[] u, int at, int stride) {
        stream.at(index, attempt, Streams.FIELD);
        fieldRe[0] = 0;
        fieldIm[0] = 0;
        for (int m = 1; m < fieldRe.length; m++) {
            double turns = 2 * Math.PI * m;
            double deviation = 25 / Math.fma(turns, turns, 25) * Math.sqrt(0.5);
            boolean there = m <= spec.points() / 6;
            fieldRe[m] = there ? deviation * stream.normal(2 * (m - 1)) : 0;
            fieldIm[m] = there ? -deviation * stream.normal(2 * (m - 1) + 1) : 0;
        }
        fft.inverse(fieldRe, fieldIm, 0);
        for (int j = 0; j < fieldRe.length; j++) {
            u[at + 2 * j * stride] = fieldRe[j];
            u[at + (2 * j + 1) * stride] = fieldIm[j];
        }
    }
}
