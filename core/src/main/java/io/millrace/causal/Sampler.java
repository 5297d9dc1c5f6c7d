package io.millrace.causal;

import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.kernel.Columns;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.Equations;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.causal.mechanism.Noise;
import io.millrace.random.Draws;
import java.util.Arrays;

/** One thread's noise and nodes: the columns of a world from its noise, equation by equation. */
final class Sampler {
    /** The streams of a world's noise. */
    private record Noises(int normal, int words, int turns) {}

    private static final Noises BASE = new Noises(Streams.NOISE, Streams.WORDS, Streams.NOISE_TURNS);
    private static final Noises FRESH = new Noises(Streams.FRESH, Streams.FRESH_WORDS, Streams.FRESH_TURNS);

    private final Equations equations;
    private final ColumnKernels kernels;
    /** Whether any node may have noise that is not normal. */
    private final boolean others;

    private final int baseStride;
    private final int worldStride;
    /** Of the noise that was drawn last. */
    private int stride;
    /** Words of each pair of nodes, and those that Student's law takes besides. */
    private final int[][] words;

    private final int[][] turns;
    /** Noise of the even nodes, and of the odd ones. */
    private final float[][] noise;

    private final float[] scratch;
    private final int[] at;

    Sampler(CausalSpec spec, ColumnKernels kernels) {
        equations = spec.equations();
        this.kernels = kernels;
        others = equations.noises().choices().stream().anyMatch(law -> law != Noise.GAUSSIAN)
                || equations.mechanisms().choices().stream().anyMatch(Mechanism::decides);
        baseStride = spec.baseStride();
        worldStride = spec.worldStride();
        int most = spec.nodes().most();
        int length = 2 * blocks(most, spec.stride()) + Draws.SLACK;
        words = new int[2][length];
        turns = equations.has(Noise.STUDENT_T) ? new int[2][length] : null;
        noise = new float[2][length];
        scratch = new float[spec.stride()];
        at = new int[most];
    }

    /** Blocks of a world's noise: two numbers each, for a row of two nodes, in whole {@link Draws#PAIRS}. */
    private static int blocks(int nodes, int stride) {
        return Math.ceilDiv((nodes + 1) / 2 * stride, Draws.PAIRS) * (Draws.PAIRS / 2);
    }

    /** Draws the noise of the base. */
    void drawBase(long index, int attempt, int nodes, Prologue prologue) {
        stride = baseStride;
        draw(index, attempt, BASE, 0, nodes, prologue);
    }

    /** Draws the noise of a world that shares none. */
    void drawFresh(long index, int attempt, int world, int nodes, Prologue prologue) {
        stride = worldStride;
        int first = world * blocks(nodes, stride);
        draw(index, attempt, FRESH, first, nodes, prologue);
    }

    private void draw(long index, int attempt, Noises streams, int first, int nodes, Prologue prologue) {
        int count = (nodes + 1) / 2 * stride;
        if (equations.has(Noise.GAUSSIAN)) {
            kernels.draws().pairs(index, attempt, streams.normal, first, count, words[0], words[1]);
            Arrays.fill(noise[0], 0, count, 0);
            Arrays.fill(noise[1], 0, count, 0);
            kernels.normals().add(words[0], words[1], count, 1, noise[0], noise[1], 0);
        }
        if (others) {
            kernels.draws().pairs(index, attempt, streams.words, first, count, words[0], words[1]);
        }
        if (turns != null) {
            kernels.draws().pairs(index, attempt, streams.turns, first, count, turns[0], turns[1]);
        }
        for (int j = 0; j < nodes; j++) {
            scale(prologue.equation(j), j & 1, j / 2 * stride);
        }
    }

    private void scale(Equation equation, int parity, int from) {
        int[] words = this.words[parity];
        float[] noise = this.noise[parity];
        if (equation.mechanism.decides()) {
            kernels.noise().upper(words, from, stride, noise);
            return;
        }
        float scale = equation.scale;
        switch (equation.noise) {
            case GAUSSIAN -> {
                if (scale != 1) {
                    kernels.noise().scale(noise, from, stride, scale);
                }
            }
            case EXPONENTIAL -> kernels.noise().exponential(words, from, stride, scale, noise);
            case GUMBEL -> kernels.noise().gumbel(words, from, stride, scale, noise);
            case UNIFORM -> kernels.noise().uniform(words, from, stride, scale, noise);
            case LAPLACE -> kernels.noise().laplace(words, from, stride, scale, noise);
            case STUDENT_T ->
                kernels.noise().student(words, turns[parity], from, stride, equations.freedom(), scale, noise);
        }
    }

    /**
     * Makes the column of a node at {@code x[to]} from its causes and its noise.
     *
     * @param column where each node's column begins
     * @param rows how many are wanted; up to a whole {@link Columns#STEP} is made
     */
    void make(int node, Equation equation, float[] x, int[] column, int rows, int to) {
        int count = Columns.stride(rows);
        for (int k = 0; k < equation.causes; k++) {
            at[k] = column[equation.cause[k]];
        }
        function(equation, x, count, to);
        float[] noise = this.noise[node & 1];
        int from = node / 2 * stride;
        switch (equation.mechanism) {
            case LOGISTIC -> kernels.decide().logistic(noise, from, count, x, to);
            case POISSON -> kernels.decide().poisson(noise, from, rows, x, to);
            default -> {
                if (equation.spread.count > 0) {
                    kernels.fourier().apply(equation.spread, equation.causes, 0, x, at, count, scratch, 0);
                    kernels.noise().spread(noise, from, count, scratch, 0);
                    kernels.noise().add(scratch, 0, count, x, to);
                } else {
                    kernels.noise().add(noise, from, count, x, to);
                }
            }
        }
        if (equation.mechanism == Mechanism.SIGMOID_MIX) {
            float[] abc = equation.numbers;
            kernels.columns().squash(x, to, count, abc[0], abc[1], abc[2]);
        }
    }

    private void function(Equation equation, float[] x, int count, int to) {
        if (equation.mechanism == Mechanism.RFF_GP && equation.causes > 0) {
            kernels.fourier().apply(equation.function, equation.causes, equation.bias, x, at, count, x, to);
        } else {
            Mechanism mechanism = equation.causes > 0 ? equation.mechanism : Mechanism.LINEAR;
            kernels.functions().get(mechanism).apply(equation, x, at, count, to);
        }
    }
}
