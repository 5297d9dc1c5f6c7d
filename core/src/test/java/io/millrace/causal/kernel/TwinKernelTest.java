package io.millrace.causal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.Made;
import io.millrace.causal.Prologue;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.Equations;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.random.Philox;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel over lanes gives the reference's bits, NaN being one number: of any values, at any place, of any number of rows. */
@Tag("digest")
class TwinKernelTest {
    private static final long SEED = 20261212;

    private static final float[] CORNERS = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        1,
        -1,
        0.25f,
        -0.5f,
        88.7f,
        -88.8f,
        103.9f,
        -104.1f,
        0x1p22f,
        -0x1.8p23f,
        1e10f,
        -1e20f,
        1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private static final int[] WORDS = {
        0,
        1,
        2,
        3,
        -1,
        -2,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        255,
        256,
        511,
        512,
        1 << 30,
        -(1 << 30),
        0x7fffff80,
        0xffffff00
    };

    private final Equations equations = CausalSpec.DEFAULT
            .with("features", 13)
            .with("hidden", 11)
            .with("polynomial-degree", 4)
            .equations();
    private final ColumnKernels scalar = ColumnKernels.scalar(Philox.of(CausalSpec.WORKLOAD, SEED), equations);
    private final ColumnKernels vector = ColumnKernels.vector(Philox.of(CausalSpec.WORKLOAD, SEED), equations);
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Corners among normal numbers and numbers of any exponent. */
    private float[] floats(int count) {
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = switch (random.nextInt(4)) {
                case 0 -> CORNERS[random.nextInt(CORNERS.length)];
                case 1 -> Float.intBitsToFloat(random.nextInt());
                default -> (float) random.nextGaussian();
            };
        }
        return x;
    }

    private int[] words(int count) {
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = random.nextInt(3) == 0 ? WORDS[random.nextInt(WORDS.length)] : random.nextInt();
        }
        return words;
    }

    /** Both change a copy of the same array, and no kernel what is beyond the rows. */
    private static void same(
            float[] x,
            int from,
            int end,
            ColumnKernels one,
            ColumnKernels other,
            BiConsumer<ColumnKernels, float[]> change) {
        float[] first = x.clone();
        float[] second = x.clone();
        change.accept(one, first);
        change.accept(other, second);
        for (int i = 0; i < x.length; i++) {
            assertEquals(Float.floatToIntBits(first[i]), Float.floatToIntBits(second[i]), "at " + i + " of " + x[i]);
            if (i < from || i >= end) {
                assertEquals(Float.floatToRawIntBits(x[i]), Float.floatToRawIntBits(second[i]));
            }
        }
    }

    private void same(float[] x, int from, int end, BiConsumer<ColumnKernels, float[]> change) {
        same(x, from, end, scalar, vector, change);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 80, 160})
    void noise(int rows) {
        for (int turn = 0; turn < 30; turn++) {
            int at = random.nextInt(20);
            int[] words = words(rows + 64);
            int[] turns = words(rows + 64);
            float[] out = floats(rows + 64);
            float scale = new float[] {1, 0, 0.3f, 1e6f}[turn % 4];
            double freedom = new double[] {2.1, 3, 4, 1000}[turn / 4 % 4];
            int end = at + rows;
            same(out, at, end, (k, x) -> k.noise().uniform(words, at, rows, scale, x));
            same(out, at, end, (k, x) -> k.noise().exponential(words, at, rows, scale, x));
            same(out, at, end, (k, x) -> k.noise().gumbel(words, at, rows, scale, x));
            same(out, at, end, (k, x) -> k.noise().laplace(words, at, rows, scale, x));
            same(out, at, end, (k, x) -> k.noise().student(words, turns, at, rows, freedom, scale, x));
            same(out, at, end, (k, x) -> k.noise().upper(words, at, rows, x));
            same(out, at, end, (k, x) -> k.noise().scale(x, at, rows, scale));
            float[] noise = floats(rows + 64);
            same(out, at, end, (k, x) -> k.noise().add(noise, 7, rows, x, at));
            same(out, at, end, (k, x) -> k.noise().spread(noise, 7, rows, x, at));
        }
    }

    /** Every word gives a finite number of the right law's range; u = (0, 1] never 0. */
    @Test
    void noiseOfCornerWordsIsFinite() {
        int[] words = Arrays.copyOf(WORDS, WORDS.length + 64);
        float[] x = new float[words.length];
        scalar.noise().uniform(words, 0, 16, 1, x);
        assertRange(x, -Math.sqrt(3) - 1e-6, Math.sqrt(3));
        scalar.noise().exponential(words, 0, 16, 1, x);
        assertRange(x, -1, 22);
        scalar.noise().gumbel(words, 0, 16, 1, x);
        assertRange(x, -3, 18);
        scalar.noise().laplace(words, 0, 16, 1, x);
        assertRange(x, -16, 16);
        scalar.noise().student(words, words, 0, 16, 2.1, 1, x);
        assertRange(x, -1e10, 1e10);
        scalar.noise().student(words, words, 0, 16, 1000, 1, x);
        assertRange(x, -7, 7);
        scalar.noise().upper(words, 0, 16, x);
        assertRange(x, 0x1p-32, 1);
    }

    private static void assertRange(float[] x, double least, double most) {
        for (int i = 0; i < 16; i++) {
            float value = x[i];
            assertTrue(value >= least && value <= most, () -> value + " is not from " + least + " to " + most);
        }
    }

    /** Equations of 0 to 6 causes. */
    @ParameterizedTest
    @EnumSource
    void functions(Mechanism mechanism) {
        String settings =
                "nodes=7 graph=full features=13 hidden=11 polynomial-degree=4 heteroscedastic=true bias=avici mechanism=";
        Prologue prologue = Made.prologue(
                settings + mechanism.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), SEED);
        for (int turn = 0; turn < 10; turn++) {
            prologue.draw(turn, 0);
            for (int j = 0; j < 7; j++) {
                Equation equation = prologue.equation(j);
                int rows = 16 * (1 + random.nextInt(6));
                int to = 7 * 96 + random.nextInt(20);
                int[] at = new int[7];
                for (int k = 0; k < 7; k++) {
                    at[k] = random.nextInt(6 * 96);
                }
                float[] start = floats(9 * 96 + 64);
                if (mechanism == Mechanism.RFF_GP) {
                    same(
                            start,
                            to,
                            to + rows,
                            (k, x) -> k.fourier()
                                    .apply(equation.function, equation.causes, equation.bias, x, at, rows, x, to));
                } else {
                    same(
                            start,
                            to,
                            to + rows,
                            (k, x) -> k.functions().get(mechanism).apply(equation, x, at, rows, to));
                }
                same(
                        start,
                        to,
                        to + rows,
                        (k, x) -> k.fourier().apply(equation.spread, equation.causes, 0, x, at, rows, x, to));
            }
        }
    }

    @Test
    void decisions() {
        for (int turn = 0; turn < 50; turn++) {
            int rows = 16 * (1 + turn % 7);
            float[] noise = new float[rows + 64];
            scalar.noise().upper(words(rows + 64), 0, rows, noise);
            same(floats(rows + 64), 5, 5 + rows, (k, x) -> k.decide().logistic(noise, 0, rows, x, 5));
            int some = 1 + random.nextInt(rows);
            same(floats(rows + 64), 5, 5 + some, (k, x) -> k.decide().poisson(noise, 0, some, x, 5));
        }
        float[] nan = new float[32];
        Arrays.fill(nan, Float.NaN);
        scalar.decide().logistic(new float[32], 0, 16, nan, 0);
        assertTrue(Float.isNaN(nan[3]));
    }

    @Test
    void columns() {
        for (int turn = 0; turn < 50; turn++) {
            int rows = 16 * (1 + turn % 7);
            int from = random.nextInt(40);
            same(
                    floats(3 * rows + 64),
                    from,
                    from + rows,
                    (k, x) -> k.columns().squash(x, from, rows, 1.3f, -0.7f, 0.2f));
            int to = from + rows + random.nextInt(9);
            same(floats(3 * rows + 64), to, to + rows, (k, x) -> k.columns().scale(x, from, rows, 0.3f, 1.7f, to));
            same(
                    floats(3 * rows + 64),
                    from,
                    from + rows,
                    (k, x) -> k.columns().scale(x, from, rows, 0.3f, 1e30f, from));
        }
    }

    /** The largest of any number of rows, or a NaN anywhere among them; what is beyond them does not count. */
    @Test
    void largest() {
        for (ColumnKernels kernels : new ColumnKernels[] {scalar, vector}) {
            for (int count = 1; count < 70; count++) {
                float[] x = new float[90];
                Arrays.fill(x, 3, 3 + count, -2.5f);
                x[2] = Float.NaN;
                x[3 + count] = Float.POSITIVE_INFINITY;
                assertEquals(2.5f, kernels.columns().largest(x, 3, count));
                assertEquals(Float.POSITIVE_INFINITY, kernels.columns().largest(x, 3, count + 1));
                for (float other : new float[] {Float.NaN, -Float.NaN, -3, Float.NEGATIVE_INFINITY}) {
                    int at = 3 + random.nextInt(count);
                    x[at] = other;
                    assertEquals(Math.abs(other), kernels.columns().largest(x, 3, count));
                    x[at] = -0f;
                }
            }
        }
    }

    /** Rows of any length into any place of a tensor; nothing before them, nothing after. */
    @Test
    void twins() {
        for (int count = 0; count < 100; count++) {
            float[] base = floats(count + 16);
            float[] world = floats(count + 16);
            try (Arena arena = Arena.ofConfined()) {
                int element = random.nextInt(30);
                for (ColumnKernels kernels : new ColumnKernels[] {scalar, vector}) {
                    for (boolean both : new boolean[] {false, true}) {
                        MemorySegment to = arena.allocate(4L * (count + 40), 64).fill((byte) 0xA5);
                        MemorySegment difference =
                                arena.allocate(4L * (count + 40), 64).fill((byte) 0xA5);
                        float[] changed = world.clone();
                        if (both) {
                            kernels.twins().store(changed, base, count, to, difference, element);
                        } else {
                            kernels.twins().difference(changed, base, count, difference, element);
                        }
                        for (int e = 0; e < count + 40; e++) {
                            int k = e - element;
                            boolean there = k >= 0 && k < count;
                            int poison = 0xA5A5A5A5;
                            int bits = both && there ? Float.floatToIntBits(world[k]) : poison;
                            assertEquals(
                                    bits,
                                    both && there
                                            ? Float.floatToIntBits(to.getAtIndex(Elements.F4, e))
                                            : to.getAtIndex(Elements.I4, e));
                            if (there) {
                                assertEquals(
                                        Float.floatToIntBits(world[k] - base[k]),
                                        Float.floatToIntBits(difference.getAtIndex(Elements.F4, e)));
                            } else {
                                assertEquals(poison, difference.getAtIndex(Elements.I4, e));
                            }
                        }
                        for (int k = 0; k < count + 16; k++) {
                            float now = k < count ? base[k] : world[k];
                            assertEquals(Float.floatToIntBits(now), Float.floatToIntBits(changed[k]));
                        }
                    }
                }
            }
        }
    }

    @Test
    void scatter() {
        float[] x = floats(50);
        for (ColumnKernels kernels : new ColumnKernels[] {scalar, vector}) {
            float[] rows = new float[7 * 13];
            kernels.twins().scatter(x, 20, 13, rows, 3, 7);
            for (int k = 0; k < rows.length; k++) {
                assertEquals(k % 7 == 3 ? Float.floatToIntBits(x[20 + k / 7]) : 0, Float.floatToIntBits(rows[k]));
            }
        }
    }
}
