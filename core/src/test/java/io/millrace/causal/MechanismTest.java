package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.Fourier;
import io.millrace.causal.mechanism.Mechanism;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every node again from the values of its causes, by the formulas in doubles, the parameters of its equation and its noise, which the same seed
 * shows where there are no edges. Errors are those that floats make of the terms' magnitudes.
 */
class MechanismTest {
    private static final long SEED = 20261209;
    private static final int ROWS = 19;
    private static final int COUNT = 12;
    /** Half a last place of a float, relative. */
    private static final double HALF = 0x1p-24;

    private static final String MODEL =
            "nodes=7 graph=erdos-renyi(0.6) rows=19 features=17 hidden=9 polynomial-degree=3 "
                    + "noise-scale=uniform(0.2,0.7) bias=avici largest=1e38 ";

    /** Magnitudes of what was added up last, and how far it is off by elementary functions and their arguments. */
    private double size;

    private double error;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear | ",
                "rff-gp | length-scale=uniform(1,2) output-scale=2",
                "mlp | ",
                "mim | ",
                "quadratic | ",
                "polynomial | noise=uniform bias=uniform(-0.5,0.5)",
                "sigmoid-add | ",
                "sigmoid-mix | ",
                "linear | heteroscedastic=true noise=gumbel",
                "rff-gp | heteroscedastic=true noise=exponential",
                "0.2*linear+0.2*rff-gp+0.1*mlp+0.1*mim+0.1*quadratic+0.1*polynomial+0.1*sigmoid-add+0.1*sigmoid-mix | noise=laplace bias=uniform(-0.5,0.5)"
            })
    void additiveNoise(String mechanism, String more) {
        String settings = MODEL + (more == null ? "" : more);
        Prologue prologue = Made.prologue(settings + " mechanism=" + mechanism, SEED);
        int changed = 0;
        try (Made made = Made.of(settings + " fields=base mechanism=" + mechanism, SEED, COUNT);
                Made noise = Made.of(
                        settings + " graph=erdos-renyi(0) mechanism=linear bias=0 heteroscedastic=false fields=base",
                        SEED,
                        COUNT)) {
            for (int i = 0; i < COUNT; i++) {
                boolean first = made.integer("attempts", i, 0) == 0;
                prologue.draw(i, 0);
                for (int j = 0; first && j < 7; j++) {
                    Equation equation = prologue.equation(j);
                    for (int r = 0; r < ROWS; r++) {
                        double epsilon = noise.base(i, r, j);
                        double wanted = value(equation, causes(made, i, r, equation), epsilon);
                        double slack = error + (equation.causes + 5) * HALF * (size + Math.abs(epsilon));
                        assertEquals(wanted, made.base(i, r, j), slack);
                        assertTrue(slack < 1e-3 * (1 + size), () -> "an error of " + slack + " says nothing");
                        changed += Math.abs(wanted - epsilon - equation.bias) > 0.01 ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(changed > COUNT * ROWS);
    }

    private static double[] causes(Made made, int instance, int row, Equation equation) {
        double[] x = new double[equation.causes];
        for (int k = 0; k < x.length; k++) {
            x[k] = made.base(instance, row, equation.cause[k]);
        }
        return x;
    }

    private double value(Equation equation, double[] x, double epsilon) {
        size = Math.abs(equation.bias);
        error = 0;
        double f = x.length == 0 ? 0 : function(equation, x);
        double factor = 1;
        if (equation.spread.count > 0) {
            double off = error;
            double before = size;
            double h = fourier(equation.spread, x);
            factor = Math.sqrt(Math.log1p(Math.exp(h)));
            error = off + Math.abs(epsilon) * ((error - off + size * equation.spread.count * HALF) + 1e-6) / factor;
            size = before + Math.abs(epsilon) * factor;
        }
        double sum = f + equation.bias + factor * epsilon;
        if (equation.mechanism == Mechanism.SIGMOID_MIX) {
            double slope = Math.abs(equation.numbers[0] * equation.numbers[1]);
            error = slope * (error + (x.length + 4) * HALF * (size + Math.abs(epsilon) + 2)) + 1e-6;
            return squash(equation, sum);
        }
        return sum;
    }

    private double function(Equation equation, double[] x) {
        float[] w = equation.numbers;
        int n = x.length;
        return switch (equation.mechanism) {
            case LINEAR -> sum(w, 0, x);
            case RFF_GP -> fourier(equation.function, x);
            case MLP -> {
                double f = 0;
                double all = 0;
                for (int h = 0; h < 9; h++) {
                    double v = w[h * (n + 1)];
                    double z = sum(w, h * (n + 1) + 1, x);
                    f += v / (1 + Math.exp(-z));
                    error += Math.abs(v) * (2e-7 + n * HALF * size / 4);
                    all += Math.abs(v);
                    size = Math.abs(equation.bias);
                }
                size += all;
                error += 9 * HALF * size;
                yield f;
            }
            case MIM -> {
                double first = sum(w, 0, x);
                double second = sum(w, n, x);
                double third = sum(w, 2 * n, x);
                error += 8e-7 + (n + 2) * HALF * 2 * Math.PI * size;
                size += 3;
                yield Math.tanh(first) + Math.cos(2 * Math.PI * second) + Math.sin(2 * Math.PI * third);
            }
            case QUADRATIC -> {
                double f = 0;
                for (int k = 0, pair = 2 * n; k < n; k++) {
                    f += add(w[k] * x[k]) + add(w[n + k] * x[k] * x[k]);
                    for (int l = 0; l < k; l++) {
                        f += add(w[pair++] * x[k] * x[l]);
                    }
                }
                error = (3 * n + 3) * HALF * size;
                yield f;
            }
            case POLYNOMIAL -> {
                double f = 0;
                for (int k = 0; k < n; k++) {
                    for (int power = 0; power <= 3; power++) {
                        f += add(w[4 * k + power] * Math.pow(x[k], power));
                    }
                }
                error = 4 * HALF * size;
                yield f;
            }
            case SIGMOID_ADD -> {
                double f = 0;
                for (double each : x) {
                    f += add(squash(equation, each));
                    error += Math.abs(w[0] * w[1]) * HALF * (Math.abs(each) + 4) + 5 * HALF * w[0];
                }
                yield f;
            }
            case SIGMOID_MIX -> {
                double f = 0;
                for (double each : x) {
                    f += add(each);
                }
                yield f;
            }
            case LOGISTIC, POISSON -> throw new AssertionError(equation.mechanism);
        };
    }

    private double add(double term) {
        size += Math.abs(term);
        return term;
    }

    private double sum(float[] w, int from, double[] x) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += add(w[from + k] * x[k]);
        }
        return sum;
    }

    private double fourier(Fourier function, double[] x) {
        double f = 0;
        for (int m = 0; m < function.count; m++) {
            double z = function.numbers[function.count + m];
            double turns = z;
            for (int k = 0; k < x.length; k++) {
                double own = function.numbers[(2 + k) * function.count + m] * x[k];
                z += own;
                turns += Math.abs(own);
            }
            double amplitude = Math.abs(function.numbers[m]);
            f += function.numbers[m] * Math.cos(2 * Math.PI * z);
            error += amplitude * (3.5e-7 + 2 * Math.PI * (x.length + 1) * HALF * turns);
            size += amplitude;
        }
        error += function.count * HALF * size;
        return f;
    }

    /** a·t/(1 + |t|), t = b(z + c). */
    private static double squash(Equation equation, double z) {
        double t = (double) equation.numbers[1] * (z + equation.numbers[2]);
        return equation.numbers[0] * t / (1 + Math.abs(t));
    }

    /**
     * Discrete nodes: the uniform number that decides is that of exponential noise, −ln u − 1. Where it is within 1e-5 of a bound either value is
     * right.
     */
    @ParameterizedTest
    @ValueSource(strings = {"logistic", "poisson"})
    void discrete(String mechanism) {
        String settings = "nodes=7 graph=erdos-renyi(0.6) rows=19 weight=signed-uniform(0.1,0.4) largest=1e38 ";
        Prologue prologue = Made.prologue(settings + "bias=uniform(-1,1) mechanism=" + mechanism, SEED);
        int open = 0;
        double most = 0;
        try (Made made = Made.of(
                        settings + "bias=uniform(-1,1) fields=base,mechanism mechanism=" + mechanism, SEED, 40);
                Made noise = Made.of(settings + "graph=erdos-renyi(0) noise=exponential fields=base", SEED, 40)) {
            for (int k = 0; k < 40 * 7 * ROWS; k++) {
                int i = k / 7 / ROWS;
                int j = k / ROWS % 7;
                int r = k % ROWS;
                prologue.draw(i, made.integer("attempts", i, 0));
                Equation equation = prologue.equation(j);
                assertEquals(-1, made.integer("noise", i, j));
                size = 0;
                double z = equation.bias + sum(equation.numbers, 0, causes(made, i, r, equation));
                double u = Math.exp(-noise.base(i, r, j) - 1);
                double x = made.base(i, r, j);
                most = Math.max(most, x);
                if (made.integer("attempts", i, 0) > 0) {
                    continue;
                }
                if (mechanism.equals("logistic")) {
                    double p = 1 / (1 + Math.exp(-z));
                    boolean near = Math.abs(u - p) < 1e-5;
                    open += near ? 1 : 0;
                    assertTrue(near || x == (u < p ? 1 : 0));
                } else {
                    double rate = Math.exp(z);
                    assertTrue(Poissons.tail(rate, (int) x) < u * (1 + 1e-4));
                    assertTrue(x == 0 || Poissons.tail(rate, (int) x - 1) >= u * (1 - 1e-4));
                }
            }
        }
        assertTrue(open < 20 && most >= 1);
    }
}
