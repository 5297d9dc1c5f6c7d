package io.millrace.causal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.millrace.batch.Elements;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.mechanism.Equation;
import io.millrace.random.Philox;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear worlds element by element: of any number of nodes and rows, at any place, of either tensor or both. */
@Tag("digest")
class LinearKernelTest {
    private static final int POISON = 0xA5A5A5A5;

    private static final float[] CORNERS = {-0f, Float.MIN_VALUE, 1e38f, -3e38f, Float.NEGATIVE_INFINITY, Float.NaN};

    private final SplittableRandom random = new SplittableRandom(20261128);
    private boolean corners;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 10, 15, 16, 17, 20, 31, 33, 50, 100})
    void store(int nodes) {
        Philox philox = Philox.of(CausalSpec.WORKLOAD, 1);
        for (boolean lanes : new boolean[] {false, true}) {
            ColumnKernels kernels = lanes
                    ? ColumnKernels.vector(philox, CausalSpec.DEFAULT.equations())
                    : ColumnKernels.scalar(philox, CausalSpec.DEFAULT.equations());
            LinearKernel kernel = kernels.linear().apply(nodes);
            for (int rows : new int[] {1, 2, 7, 16, 17, 64, 65}) {
                for (int set : new int[] {-1, 0, nodes - 1, random.nextInt(nodes)}) {
                    corners = false;
                    store(kernel, nodes, rows, set);
                    corners = true;
                    store(kernel, nodes, rows, set);
                }
            }
        }
    }

    /** Total effects on a node of three causes, of all worlds at once. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 80})
    void effects(int worlds) {
        Philox philox = Philox.of(CausalSpec.WORKLOAD, 1);
        Equation equation = new Equation();
        equation.bias = 7;
        equation.causes = 3;
        equation.numbers = new float[] {0.7f, -1.3f, 2.1f};
        float[] x = floats(5 * worlds);
        int[] at = {0, worlds, 3 * worlds};
        for (boolean lanes : new boolean[] {false, true}) {
            ColumnKernels kernels = lanes
                    ? ColumnKernels.vector(philox, CausalSpec.DEFAULT.equations())
                    : ColumnKernels.scalar(philox, CausalSpec.DEFAULT.equations());
            float[] made = x.clone();
            kernels.linear().apply(4).effects(equation, made, at, worlds, 4 * worlds);
            for (int e = 0; e < made.length; e++) {
                float sum = 0;
                for (int k = 0; k < 3 && e >= 4 * worlds; k++) {
                    sum = Math.fma(equation.numbers[k], x[at[k] + e - 4 * worlds], sum);
                }
                assertEquals(e < 4 * worlds ? x[e] : sum, made[e]);
            }
        }
    }

    private void store(LinearKernel kernel, int nodes, int rows, int set) {
        int from = random.nextInt(40);
        float[] base = floats(rows * nodes + Columns.STEP);
        float[] move = floats(Columns.stride(rows));
        float[] value = floats(Columns.stride(rows));
        float[] effect = floats(from + nodes + Columns.STEP);
        float[] expected = new float[rows * nodes];
        for (int e = 0; e < expected.length; e++) {
            int j = e % nodes;
            expected[e] = j == set ? value[e / nodes] : Math.fma(effect[from + j], move[e / nodes], base[e]);
        }
        int element = random.nextInt(40);
        for (int which = 1; which < 4; which++) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment to = poisoned(arena, expected.length);
                MemorySegment difference = poisoned(arena, expected.length);
                kernel.store(
                        base,
                        move,
                        value,
                        effect,
                        from,
                        set,
                        rows,
                        (which & 1) == 0 ? null : to,
                        (which & 2) == 0 ? null : difference,
                        element);
                for (int e = 0; e < expected.length + 90; e++) {
                    int k = e - element;
                    boolean there = k >= 0 && k < expected.length;
                    assertEquals(
                            there && (which & 1) != 0 ? Float.floatToIntBits(expected[k]) : POISON,
                            bits(to, e, there && (which & 1) != 0));
                    assertEquals(
                            there && (which & 2) != 0 ? Float.floatToIntBits(expected[k] - base[k]) : POISON,
                            bits(difference, e, there && (which & 2) != 0));
                }
            }
        }
        int stride = Columns.stride(rows);
        float[] x = floats(3 * stride);
        float[] moved = x.clone();
        kernel.column(moved, 3, move, effect[from], stride, stride + 3);
        for (int e = 0; e < x.length; e++) {
            int r = e - stride - 3;
            boolean there = r >= 0 && r < stride;
            assertEquals(there ? Math.fma(effect[from], move[r], x[3 + r]) : x[e], moved[e]);
        }
        float largest = 0;
        for (float y : expected) {
            largest = Math.max(largest, Math.abs(y));
        }
        if (Float.isNaN(largest)) {
            assertFalse(kernel.within(base, move, value, effect, from, set, rows, Float.POSITIVE_INFINITY));
            return;
        }
        for (float most : new float[] {largest, Math.nextDown(largest)}) {
            assertEquals(most == largest, kernel.within(base, move, value, effect, from, set, rows, most));
        }
        if (set != 0) {
            move[random.nextInt(rows)] = Float.NaN;
            assertFalse(kernel.within(base, move, value, effect, from, set, rows, Float.POSITIVE_INFINITY));
        }
    }

    /** Of an element, NaN being one number. */
    private static int bits(MemorySegment memory, int e, boolean number) {
        int bits = memory.getAtIndex(Elements.I4, e);
        return number ? Float.floatToIntBits(Float.intBitsToFloat(bits)) : bits;
    }

    private static MemorySegment poisoned(Arena arena, int count) {
        return arena.allocate(4L * (count + 90), 64).fill((byte) POISON);
    }

    private float[] floats(int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = random.nextInt(8) == 0 ? 0 : (float) (random.nextDouble() * 20 - 10);
            if (corners && random.nextInt(8) == 0) {
                floats[i] = CORNERS[random.nextInt(CORNERS.length)];
            }
        }
        return floats;
    }
}
