package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.Elements;
import io.millrace.batch.Rows;
import io.millrace.simd.Species;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Distances, matrices and closures by either backend against loops written out; canaries where nothing may be written. */
@Tag("digest")
class KernelTest {
    private static final byte POISON = (byte) 0xA5;

    enum Kind {
        SCALAR,
        VECTOR
    }

    private static Iterable<Integer> sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        for (int n : new int[] {Species.DOUBLE.length(), Species.FLOAT.length()}) {
            for (int size : new int[] {2, n - 1, n, n + 1, 2 * n - 1, 2 * n, 2 * n + 1}) {
                sizes.add(Math.max(2, size));
            }
        }
        sizes.addAll(java.util.List.of(3, 5, 13, 41));
        return sizes;
    }

    @ParameterizedTest
    @EnumSource
    void matrices(Kind kind) {
        SplittableRandom random = new SplittableRandom(1);
        try (Arena arena = Arena.ofConfined()) {
            for (int nodes : sizes()) {
                MatrixKernel kernel = kind == Kind.SCALAR ? new MatrixScalar(nodes) : MatrixVector.of(nodes);
                int count = 3;
                long bytes = 4L * count * nodes * nodes;
                MemorySegment all = arena.allocate(bytes + 128, 64).fill(POISON);
                MemorySegment to = all.asSlice(64, bytes);
                float[][] x = new float[count][];
                float[][] y = new float[count][];
                for (int m = 0; m < count; m++) {
                    x[m] = floats(random, 5 + nodes + Rows.SLACK);
                    y[m] = floats(random, 5 + nodes + Rows.SLACK);
                    kernel.write(x[m], y[m], 5, nodes, to, (long) m * nodes * nodes);
                }
                for (int e = 0; e < count * nodes * nodes; e++) {
                    int m = e / (nodes * nodes);
                    int i = 5 + e / nodes % nodes;
                    int j = 5 + e % nodes;
                    float dx = x[m][i] - x[m][j];
                    float dy = y[m][i] - y[m][j];
                    float sum = dx * dx + dy * dy;
                    assertEquals((float) Math.sqrt(sum), to.getAtIndex(Elements.F4, e));
                }
                for (int b = 0; b < 64; b++) {
                    assertEquals(POISON, all.get(Elements.U1, b));
                    assertEquals(POISON, all.get(Elements.U1, 64 + bytes + b));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows(Kind kind) {
        DistanceKernel kernel = kind == Kind.SCALAR ? new DistanceScalar() : new DistanceVector();
        SplittableRandom random = new SplittableRandom(2);
        for (int nodes : sizes()) {
            float[] xy = floats(random, 6 + 2 * nodes + 2 * Rows.SLACK);
            float[] x = new float[nodes + Rows.SLACK];
            float[] y = new float[nodes + Rows.SLACK];
            kernel.split(xy, 6, nodes, x, y);
            for (int i = 0; i < nodes; i++) {
                assertEquals(xy[6 + 2 * i], x[i]);
                assertEquals(xy[7 + 2 * i], y[i]);
            }
            float[] out = new float[nodes + Rows.SLACK];
            double[] xs = new double[x.length];
            double[] ys = new double[x.length];
            double[] rounded = new double[x.length];
            for (Metric.Base base : new Metric.Base[] {
                Metric.Base.EUCLIDEAN, Metric.Base.MANHATTAN, Metric.Base.CHEBYSHEV, Metric.Base.PSEUDO_EUCLIDEAN
            }) {
                // Halves and whole numbers among the distances, where roundings differ.
                for (double scale : new double[] {1, 1000, 1e9}) {
                    for (int k = 0; k < nodes; k++) {
                        xs[k] = k % 3 == 0 ? k * .5 : x[k] * scale;
                        ys[k] = k % 3 == 0 ? k : y[k] * scale;
                    }
                    for (Rounding rounding : Rounding.values()) {
                        for (int i = 0; i < nodes; i += 2) {
                            int from = i + 1;
                            Arrays.fill(rounded, -7);
                            kernel.row(base, rounding, xs, ys, i, from, nodes, rounded);
                            for (int j = 0; j < nodes; j++) {
                                double d =
                                        j < from ? -7 : rounded(rounding, distance(base, xs[i] - xs[j], ys[i] - ys[j]));
                                assertEquals(d, rounded[j], base + " " + rounding);
                            }
                        }
                    }
                }
                if (base != Metric.Base.PSEUDO_EUCLIDEAN) {
                    Arrays.fill(out, -7);
                    kernel.row(base, x, y, 1, 1, nodes, out);
                    assertEquals(-7, out[0]);
                    for (int j = 1; j < nodes; j++) {
                        assertEquals(single(base, x[1] - x[j], y[1] - y[j]), out[j]);
                    }
                }
            }
        }
    }

    private static double distance(Metric.Base base, double dx, double dy) {
        return switch (base) {
            case EUCLIDEAN -> Math.sqrt(dx * dx + dy * dy);
            case PSEUDO_EUCLIDEAN -> Math.sqrt((dx * dx + dy * dy) / 10);
            case MANHATTAN -> Math.abs(dx) + Math.abs(dy);
            default -> Math.max(Math.abs(dx), Math.abs(dy));
        };
    }

    private static float single(Metric.Base base, float dx, float dy) {
        float squares = dx * dx + dy * dy;
        return switch (base) {
            case EUCLIDEAN -> (float) Math.sqrt(squares);
            case MANHATTAN -> Math.abs(dx) + Math.abs(dy);
            default -> Math.max(Math.abs(dx), Math.abs(dy));
        };
    }

    private static double rounded(Rounding rounding, double d) {
        return switch (rounding) {
            case NONE -> d;
            case ROUND -> Math.floor(d + .5);
            case TRUNC -> Math.floor(d);
            case CEIL -> Math.ceil(d);
            case DIMACS -> Math.floor(10 * d);
            case EXACT -> Math.rint(1000 * d);
        };
    }

    @ParameterizedTest
    @EnumSource
    void closures(Kind kind) {
        ClosureKernel kernel = kind == Kind.SCALAR ? new ClosureScalar() : new ClosureVector();
        SplittableRandom random = new SplittableRandom(3);
        for (int nodes : sizes()) {
            int stride = Math.ceilDiv(nodes, 16) * 16;
            int[] matrix = random.ints(nodes * stride + Rows.SLACK, 0, 1 << 30).toArray();
            int[][] expected = new int[nodes][nodes];
            for (int i = 0; i < nodes; i++) {
                matrix[i * stride + i] = 0;
                expected[i] = Arrays.copyOfRange(matrix, i * stride, i * stride + nodes);
            }
            for (int k = 0; k < nodes; k++) {
                for (int i = 0; i < nodes; i++) {
                    for (int j = 0; j < nodes; j++) {
                        expected[i][j] = Math.min(expected[i][j], expected[i][k] + expected[k][j]);
                    }
                }
            }
            int slack = matrix[nodes * stride];
            kernel.close(matrix, nodes, stride);
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    assertEquals(expected[i][j], matrix[i * stride + j]);
                }
            }
            assertEquals(slack, matrix[nodes * stride]);
        }
    }

    private static float[] floats(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(1 << 24) * 0x1p-24f;
        }
        return values;
    }
}
