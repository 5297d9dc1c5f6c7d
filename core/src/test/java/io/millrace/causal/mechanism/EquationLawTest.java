package io.millrace.causal.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.Made;
import io.millrace.causal.Prologue;
import io.millrace.random.Statistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of what equations are made of. False-alarm rates are those of {@link Statistics}. */
class EquationLawTest {
    private static final long SEED = 20261211;

    private interface Visit {
        void equation(Equation equation);
    }

    /** The equations of nodes with causes, of full graphs. */
    private static void each(String settings, int nodes, int count, Visit visit) {
        Prologue prologue = Made.prologue("graph=full rows=1 nodes=" + nodes + " " + settings, SEED);
        for (int i = 0; i < count; i++) {
            prologue.draw(i, 0);
            assertEquals(nodes * (nodes - 1) / 2, prologue.graph().edges());
            for (int j = 0; j < nodes; j++) {
                Equation equation = prologue.equation(j);
                for (int k = 0; k < equation.causes; k++) {
                    assertTrue(prologue.graph().edge(equation.cause[k], j));
                    assertTrue(k == 0 || equation.cause[k] > equation.cause[k - 1]);
                }
                if (equation.causes > 0) {
                    visit.equation(equation);
                }
            }
        }
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(each -> each).toArray();
    }

    private static double mean(List<Double> list) {
        return list.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    /** Against a mean, with the sample's own error. */
    private static void mean(String what, List<Double> sample, double expected) {
        double mean = mean(sample);
        double square = sample.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        Statistics.mean(what, mean, expected, square, sample.size());
    }

    private static void uniform(String what, List<Double> sample, double least, double most) {
        Statistics.kolmogorovSmirnov(what, array(sample), x -> Math.clamp((x - least) / (most - least), 0, 1));
    }

    /** |x| uniform, half of them negative, both by themselves. */
    private static void signedUniform(String what, List<Double> sample, double least, double most) {
        uniform("|" + what + "|", sample.stream().map(Math::abs).toList(), least, most);
        long negative = sample.stream().filter(x -> x < 0).count();
        Statistics.share("negative " + what, negative, 0.5, sample.size());
        mean(
                "sign and size of " + what,
                sample.stream()
                        .map(x -> x - Math.signum(x) * (least + most) / 2)
                        .toList(),
                0);
    }

    /** w of the tanh; w′ and w″, in turns, of the waves. */
    @Test
    void weights() {
        List<Double> linear = new ArrayList<>();
        each("", 4, 2_000, equation -> add(linear, equation.numbers, 0, equation.causes, 1));
        signedUniform("w", linear, 0.5, 2);
        List<Double> index = new ArrayList<>();
        List<Double> waves = new ArrayList<>();
        each("mechanism=mim weight=avici", 4, 2_000, equation -> {
            add(index, equation.numbers, 0, equation.causes, 1);
            add(waves, equation.numbers, equation.causes, 3 * equation.causes, 2 * Math.PI);
        });
        signedUniform("w of tanh", index, 1, 3);
        signedUniform("w of waves", waves, 1, 3);
        List<Double> hidden = new ArrayList<>();
        List<Double> output = new ArrayList<>();
        each("mechanism=mlp hidden=5", 4, 700, equation -> {
            for (int h = 0; h < 5; h++) {
                int first = h * (equation.causes + 1);
                add(output, equation.numbers, first, first + 1, 1);
                add(hidden, equation.numbers, first + 1, first + 1 + equation.causes, 1);
            }
        });
        signedUniform("w of units", hidden, 0.5, 2);
        signedUniform("v", output, 0.5, 2);
    }

    private static void add(List<Double> to, float[] numbers, int from, int end, double unit) {
        for (int i = from; i < end; i++) {
            to.add(numbers[i] * unit);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void polynomial(int degree) {
        List<Double> coefficients = new ArrayList<>();
        each(
                "mechanism=polynomial polynomial-degree=" + degree,
                4,
                1_000,
                equation -> add(coefficients, equation.numbers, 0, equation.causes * (degree + 1), 1));
        uniform("a", coefficients, 0, 1);
    }

    /** All linear terms, half of the others, each ±U[.5, 1) over the number of terms. */
    @Test
    void quadratic() {
        List<Double> linear = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        int[] counts = new int[3];
        each("mechanism=quadratic", 5, 2_000, equation -> {
            int causes = equation.causes;
            int count = 2 * causes + causes * (causes - 1) / 2;
            int terms = 0;
            for (int i = 0; i < count; i++) {
                terms += equation.numbers[i] == 0 ? 0 : 1;
            }
            for (int i = 0; i < count; i++) {
                double term = (double) equation.numbers[i] * terms;
                counts[0] += i >= causes ? 1 : 0;
                counts[1] += i >= causes && term != 0 ? 1 : 0;
                counts[2] += i < causes && term == 0 ? 1 : 0;
                if (i < causes) {
                    linear.add(term);
                } else if (term != 0) {
                    others.add(term);
                }
            }
        });
        assertEquals(0, counts[2]);
        Statistics.share("included", counts[1], 0.5, counts[0]);
        signedUniform("linear", linear, 0.5, 1);
        signedUniform("others", others, 0.5, 1);
    }

    /** a ~ 1 + Exp(mean ¼), b ~ ±U[.5, 2), c ~ U[−2, 2). */
    @ParameterizedTest
    @ValueSource(strings = {"sigmoid-add", "sigmoid-mix"})
    void sigmoids(String mechanism) {
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        List<Double> c = new ArrayList<>();
        each("mechanism=" + mechanism, 4, 3_000, equation -> {
            a.add((double) equation.numbers[0]);
            b.add((double) equation.numbers[1]);
            c.add((double) equation.numbers[2]);
        });
        Statistics.kolmogorovSmirnov("a", array(a), x -> x < 1 ? 0 : -Math.expm1(-4 * (x - 1)));
        signedUniform("b", b, 0.5, 2);
        uniform("c", c, -2, 2);
    }

    /** Of σ-mixes also roots have a sigmoid. */
    @Test
    void rootsOfSigmoidMixes() {
        Prologue prologue = Made.prologue("nodes=3 graph=erdos-renyi(0) mechanism=sigmoid-mix", SEED);
        prologue.draw(5, 0);
        for (int j = 0; j < 3; j++) {
            assertEquals(0, prologue.equation(j).causes);
            assertTrue(prologue.equation(j).numbers[0] >= 1);
        }
    }

    /**
     * amplitude = c√(2/M)·N(0, 1), turns = N(0, ℓ⁻²)/2π, phase uniform; of a node's features ℓ and c are the same: E ω⁴/3 = E ℓ⁻⁴, and of two
     * features E ω²ω′² the same, E a²a′² = E c⁴(2/M)².
     */
    @Test
    void features() {
        List<Double> phases = new ArrayList<>();
        List<Double> amplitudes = new ArrayList<>();
        List<Double> frequencies = new ArrayList<>();
        List<Double> normal = new ArrayList<>();
        List<List<Double>> squares =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int m = 6;
        each("mechanism=rff-gp features=6 length-scale=2 output-scale=3", 3, 3_000, equation -> {
            assertEquals(m, equation.function.count);
            float[] numbers = equation.function.numbers;
            for (int f = 0; f < m; f++) {
                amplitudes.add(numbers[f] / (3 * Math.sqrt(2.0 / m)));
                phases.add((double) numbers[m + f]);
                for (int k = 0; k < equation.causes; k++) {
                    frequencies.add(numbers[(2 + k) * m + f] * 2 * Math.PI * 2);
                    normal.add(amplitudes.getLast() * frequencies.getLast());
                }
            }
        });
        Statistics.kolmogorovSmirnov("amplitudes", array(amplitudes), Statistics::normal);
        Statistics.kolmogorovSmirnov("frequencies", array(frequencies), Statistics::normal);
        for (List<Double> each : List.of(amplitudes, frequencies)) {
            double square = each.stream().mapToDouble(x -> x * x).average().orElseThrow();
            Statistics.mean("their variance", square, 1, 2, each.size());
        }
        uniform("phases", phases, 0, 1);
        mean("both", normal, 0);
        each("mechanism=rff-gp features=6", 3, 3_000, equation -> {
            float[] numbers = equation.function.numbers;
            double omega = Math.pow(2 * Math.PI * numbers[2 * m], 2);
            double other = Math.pow(2 * Math.PI * numbers[2 * m + 1], 2);
            double a = numbers[0] * numbers[0] * m / 2.0;
            double b = numbers[1] * numbers[1] * m / 2.0;
            squares.get(0).add(omega);
            squares.get(1).add(a);
            squares.get(2).add(omega * other);
            squares.get(3).add(a * b);
            squares.get(4).add((a - 700 / 3.0) * (omega - 1 / 70.0));
        });
        // ℓ ~ U(7, 10), c ~ U(10, 20)
        mean("ℓ⁻²", squares.get(0), 1 / 70.0);
        mean("c²", squares.get(1), 700 / 3.0);
        mean("ℓ⁻⁴", squares.get(2), (Math.pow(7, -3) - Math.pow(10, -3)) / 9);
        mean("c⁴", squares.get(3), (Math.pow(20, 5) - Math.pow(10, 5)) / 50);
        mean("ℓ and c", squares.get(4), 0);
    }

    private static double value(Fourier function, double... x) {
        double f = 0;
        for (int m = 0; m < function.count; m++) {
            double z = function.numbers[function.count + m];
            for (int k = 0; k < x.length; k++) {
                z += function.numbers[(2 + k) * function.count + m] * x[k];
            }
            f += function.numbers[m] * Math.cos(2 * Math.PI * z);
        }
        return f;
    }

    /** E f(x)f(y) = c² e^{−|x − y|²/2ℓ²} at fixed points, whatever M; of h, too, with c 2 and ℓ 10. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "8, 0, 0", "8, 1, 0.5", "8, 2, -3", "8, 4, 1", "40, 1, -1"})
    void covariance(int features, double dx, double dy) {
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> products = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        String settings = "mechanism=rff-gp length-scale=2 output-scale=3 heteroscedastic=true features=" + features;
        each(settings, 3, 6_000, equation -> {
            if (equation.causes == 2) {
                double f = value(equation.function, 0.3, -1);
                double g = value(equation.function, 0.3 + dx, -1 + dy);
                one.add(f);
                products.add(f * g);
                spreads.add(value(equation.spread, 0.3, -1) * value(equation.spread, 0.3 + dx, -1 + dy));
            } else {
                two.add(value(equation.function, 5) * value(equation.function, 5 + dx));
            }
        });
        double distance = dx * dx + dy * dy;
        mean("f", one, 0);
        mean("of two causes", products, 9 * Math.exp(-distance / 8));
        mean("of one", two, 9 * Math.exp(-dx * dx / 8));
        mean("h", spreads, 4 * Math.exp(-distance / 200));
    }

    /** Mixtures of mechanisms: by their weights, each node by itself or the graph once. */
    @ParameterizedTest
    @ValueSource(strings = {"node", "graph"})
    void mixtures(String per) {
        int count = 5_000;
        Prologue prologue =
                Made.prologue("nodes=2 mechanism=0.6*linear+0.3*mim+0.1*mlp hidden=3 mechanism-per=" + per, SEED);
        long[] chosen = new long[3];
        int alike = 0;
        for (int i = 0; i < count; i++) {
            prologue.draw(i, 0);
            Mechanism first = prologue.equation(0).mechanism;
            chosen[first == Mechanism.LINEAR ? 0 : first == Mechanism.MIM ? 1 : 2]++;
            alike += first == prologue.equation(1).mechanism ? 1 : 0;
        }
        Statistics.chiSquare("mechanisms", chosen, 0.6, 0.3, 0.1);
        if (per.equals("graph")) {
            assertEquals(count, alike);
        } else {
            Statistics.share("alike", alike, 0.36 + 0.09 + 0.01, count);
        }
    }
}
