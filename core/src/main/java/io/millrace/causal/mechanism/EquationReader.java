package io.millrace.causal.mechanism;

import io.millrace.causal.graph.Graph;
import io.millrace.causal.law.Law;
import io.millrace.math.GaussKernel;
import io.millrace.math.Log;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.Arrays;

/** Draws the structural equations of a graph. One thread's. Class: reproducible. */
public final class EquationReader {
    private static final float PER_TURN = (float) (1 / (2 * Math.PI));
    private static final Law COEFFICIENT = new Law(Law.Kind.UNIFORM, 0, 1);
    private static final Law QUADRATIC = new Law(Law.Kind.SIGNED_UNIFORM, 0.5f, 1);
    private static final Law SLOPE = new Law(Law.Kind.SIGNED_UNIFORM, 0.5f, 2);
    private static final Law SHIFT = new Law(Law.Kind.UNIFORM, -2, 2);

    /** Blocks that are drawn at once where nodes have few. */
    private static final int AT_ONCE = 1024;

    private final Equations equations;
    private final Draws draws;
    private final GaussKernel normals;
    private final boolean elsewhere;
    private final RandomStream stream;
    private int[] words = new int[1024];
    private int[] turns = {};
    private float[] re = {};
    private float[] im = {};
    private long index;
    private int attempt;

    /**
     * Of these equations.
     *
     * @param elsewhere whether somebody else draws the features of random functions
     */
    public EquationReader(Equations equations, Philox philox, Draws draws, GaussKernel normals, boolean elsewhere) {
        this.equations = equations;
        this.draws = draws;
        this.normals = normals;
        this.elsewhere = elsewhere;
        stream = new RandomStream(philox);
    }

    /** Draws the equation of each node; {@code into} has as many. */
    public void read(long index, int attempt, Graph graph, Equation[] into) {
        this.index = index;
        this.attempt = attempt;
        choose(graph.nodes, into);
        int[] scales = words(Streams.SCALES, 0, 4 * graph.nodes);
        for (int j = 0; j < graph.nodes; j++) {
            into[j].scale = equations.noiseScale().at(scales[4 * j], scales[4 * j + 1]);
            into[j].bias = equations.bias().at(scales[4 * j + 2], scales[4 * j + 3]);
        }
        for (int j = 0; j < graph.nodes; j++) {
            Equation equation = into[j];
            int start = graph.parentStart[j];
            int causes = graph.parentStart[j + 1] - start;
            equation.resize(causes, numbers(equation.mechanism, causes));
            System.arraycopy(graph.parents, start, equation.cause, 0, causes);
            equation.function.count = 0;
            equation.spread.count = 0;
            if (equation.mechanism == Mechanism.RFF_GP && causes > 0) {
                fourier(
                        j,
                        causes,
                        equations.lengthScale(),
                        equations.outputScale(),
                        Streams.FEATURES,
                        equation.function);
            }
            if (equations.heteroscedastic() && !equation.mechanism.decides()) {
                fourier(
                        j,
                        causes,
                        Law.constant(Equations.SPREAD_LENGTH),
                        Law.constant(Equations.SPREAD_OUTPUT),
                        Streams.SPREAD_FEATURES,
                        equation.spread);
            }
        }
        coefficients(graph.nodes, into);
    }

    private void choose(int nodes, Equation[] into) {
        stream.at(index, attempt, Streams.GRAPH);
        Mechanism mechanism = equations.mechanisms().at(stream, 0);
        Noise noise = equations.noises().at(stream, 1);
        boolean mechanisms = !equations.mechanisms().single() && equations.mechanismPer() == Per.NODE;
        boolean noises = !equations.noises().single() && equations.noisePer() == Per.NODE;
        stream.at(index, attempt, Streams.CHOICE);
        for (int j = 0; j < nodes; j++) {
            into[j].mechanism = mechanisms ? equations.mechanisms().at(stream, 2 * j) : mechanism;
            into[j].noise = noises ? equations.noises().at(stream, 2 * j + 1) : noise;
        }
    }

    /** How many {@link Equation#numbers} there are. */
    private int numbers(Mechanism mechanism, int causes) {
        return switch (mechanism) {
            case LINEAR, LOGISTIC, POISSON -> causes;
            case MLP -> equations.hidden() * (causes + 1);
            case MIM -> 3 * causes;
            case QUADRATIC -> 2 * causes + causes * (causes - 1) / 2;
            case POLYNOMIAL -> causes * (equations.degree() + 1);
            case SIGMOID_ADD, SIGMOID_MIX -> 3;
            case RFF_GP -> 0;
        };
    }

    /** Draws the numbers of all nodes: of as many at once as there is room for, and of one at least. */
    private void coefficients(int nodes, Equation[] into) {
        int first = 0;
        for (int from = 0; from < nodes; ) {
            int to = from;
            int blocks = 0;
            while (to < nodes && (to == from || blocks + blocks(into[to]) <= AT_ONCE)) {
                blocks += blocks(into[to++]);
            }
            if (blocks > 0) {
                int[] drawn = words(Streams.WEIGHTS, first, 4 * blocks);
                for (int j = from, at = 0; j < to; j++) {
                    coefficients(into[j], drawn, at);
                    at += 4 * blocks(into[j]);
                }
            }
            first += blocks;
            from = to;
        }
    }

    /** Blocks of a node's numbers. */
    private static int blocks(Equation equation) {
        boolean any = equation.causes > 0 || equation.mechanism == Mechanism.SIGMOID_MIX;
        return any ? Draws.blocks(2 * equation.count) : 0;
    }

    private void coefficients(Equation equation, int[] drawn, int at) {
        if (blocks(equation) == 0) {
            return;
        }
        switch (equation.mechanism) {
            case QUADRATIC -> quadratic(equation, drawn, at);
            case SIGMOID_ADD, SIGMOID_MIX -> {
                float u = Math.fma((float) (drawn[at] >>> 1), 0x1p-31f, 0x1p-32f);
                equation.numbers[0] = 1 - 0.25f * Log.log(u);
                equation.numbers[1] = SLOPE.at(drawn[at + 2], drawn[at + 3]);
                equation.numbers[2] = SHIFT.at(drawn[at + 4], drawn[at + 5]);
            }
            default -> {
                Law law = equation.mechanism == Mechanism.POLYNOMIAL ? COEFFICIENT : equations.weight();
                int turns = equation.mechanism == Mechanism.MIM ? equation.causes : equation.count;
                for (int i = 0; i < equation.count; i++) {
                    float weight = law.at(drawn[at + 2 * i], drawn[at + 2 * i + 1]);
                    equation.numbers[i] = i < turns ? weight : weight * PER_TURN;
                }
            }
        }
    }

    private static void quadratic(Equation equation, int[] drawn, int at) {
        int count = equation.count;
        int terms = 0;
        for (int i = 0; i < count; i++) {
            boolean included = i < equation.causes || (drawn[at + 2 * i + 1] & 2) != 0;
            terms += included ? 1 : 0;
            equation.numbers[i] = included ? QUADRATIC.at(drawn[at + 2 * i], drawn[at + 2 * i + 1]) : 0;
        }
        for (int i = 0; i < count; i++) {
            equation.numbers[i] /= terms;
        }
    }

    /** The stream after {@code featureStream} has the phases. */
    private void fourier(int node, int causes, Law length, Law output, int featureStream, Fourier into) {
        int features = equations.features();
        int first = node * Streams.NODE_BLOCKS;
        int[] scales = words(featureStream + 1, first, 4);
        into.count = features;
        into.perUnit = PER_TURN / length.at(scales[0], scales[1]);
        into.amplitude = output.at(scales[2], scales[3]) * (float) Math.sqrt(2.0 / features);
        if (!elsewhere) {
            features(featureStream, first, causes, into);
        }
    }

    private void features(int featureStream, int first, int causes, Fourier into) {
        int features = equations.features();
        into.reserve(features * (causes + 2));
        normals(featureStream, first, Math.ceilDiv(features * (causes + 1), 2));
        int[] phases = words(featureStream + 1, first + 1, features);
        float[] numbers = into.numbers;
        for (int m = 0, from = 0; m < features; m++) {
            numbers[m] = into.amplitude * normal(from++);
            numbers[features + m] = (phases[m] >>> 8) * 0x1p-24f;
            for (int k = 0; k < causes; k++) {
                numbers[(2 + k) * features + m] = into.perUnit * normal(from++);
            }
        }
    }

    /** Draws as many pairs of normal numbers. */
    private void normals(int number, int firstBlock, int pairs) {
        int length = Math.ceilDiv(pairs, Draws.PAIRS) * Draws.PAIRS + Draws.SLACK;
        if (turns.length < length) {
            reserve(length);
            turns = new int[words.length];
            re = new float[words.length];
            im = new float[words.length];
        }
        draws.pairs(index, attempt, number, firstBlock, pairs, words, turns);
        Arrays.fill(re, 0, pairs, 0);
        Arrays.fill(im, 0, pairs, 0);
        normals.add(words, turns, pairs, 1, re, im, 0);
    }

    private float normal(int i) {
        return (i & 1) == 0 ? re[i / 2] : im[i / 2];
    }

    private void reserve(int length) {
        if (words.length < length) {
            words = new int[2 * length];
        }
    }

    private int[] words(int number, int firstBlock, int count) {
        int blocks = Draws.blocks(count);
        reserve(4 * blocks + Draws.SLACK);
        draws.words(index, 1, attempt, number, firstBlock, blocks, words);
        return words;
    }
}
