package io.millrace.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.simd.Species;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of {@link Rows} does: rows in ascending order fill a tensor exactly, and nothing outside of it. */
@Tag("digest")
class RowsTest {
    private static final byte POISON = (byte) 0xA5;

    enum Kind {
        SCALAR,
        VECTOR;

        Rows rows() {
            return this == SCALAR ? new RowsScalar() : new RowsVector();
        }
    }

    private static Iterable<Integer> widths() {
        TreeSet<Integer> widths = new TreeSet<>();
        for (int n : new int[] {Species.DOUBLE.length(), Species.FLOAT.length()}) {
            for (int width : new int[] {1, n - 1, n, n + 1, 2 * n - 1, 2 * n, 2 * n + 1}) {
                widths.add(width);
            }
        }
        widths.addAll(java.util.List.of(3, 7, 13, 31, 101));
        widths.remove(0);
        return widths;
    }

    @ParameterizedTest
    @EnumSource
    void fillTensorsExactly(Kind kind) {
        Rows rows = kind.rows();
        SplittableRandom random = new SplittableRandom(1);
        try (Arena arena = Arena.ofConfined()) {
            for (int width : widths()) {
                for (int count : new int[] {1, 2, 5}) {
                    for (int shift : new int[] {0, 4, 60}) {
                        int at = random.nextInt(5);
                        int length = at + width + Rows.SLACK;
                        float[][] floats = new float[count][length];
                        int[][] ints = new int[count][length];
                        double[][] doubles = new double[count][length];
                        MemorySegment[] all = new MemorySegment[3];
                        MemorySegment[] tensors = new MemorySegment[3];
                        for (int t = 0; t < 3; t++) {
                            long bytes = (long) count * width * (t == 2 ? 8 : 4);
                            all[t] = arena.allocate(bytes + 256, 64).fill(POISON);
                            tensors[t] = all[t].asSlice(64 + shift, bytes);
                        }
                        for (int row = 0; row < count; row++) {
                            for (int k = 0; k < length; k++) {
                                ints[row][k] = random.nextInt();
                                floats[row][k] = random.nextInt();
                                doubles[row][k] = random.nextLong();
                            }
                            rows.floats(floats[row], at, width, tensors[0], (long) row * width);
                            rows.ints(ints[row], at, width, tensors[1], (long) row * width);
                            rows.doubles(doubles[row], at, width, tensors[2], (long) row * width);
                        }
                        for (int e = 0; e < count * width; e++) {
                            int k = at + e % width;
                            assertEquals(floats[e / width][k], tensors[0].getAtIndex(Elements.F4, e));
                            assertEquals(ints[e / width][k], tensors[1].getAtIndex(Elements.I4, e));
                            assertEquals(doubles[e / width][k], tensors[2].getAtIndex(Elements.F8, e));
                        }
                        for (int t = 0; t < 3; t++) {
                            long from = 64 + shift;
                            long to = from + tensors[t].byteSize();
                            for (long b = 0; b < all[t].byteSize(); b++) {
                                if (b < from || b >= to) {
                                    assertEquals(POISON, all[t].get(Elements.U1, b));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
