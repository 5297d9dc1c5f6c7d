package io.millrace.routing;

import io.millrace.simd.Species;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Lane = column. The stride is a multiple of the lanes, so that a row's last vector stays in its row. */
final class ClosureVector implements ClosureKernel {
    private static final VectorSpecies<Integer> INT = Species.INT;

    ClosureVector() {}

    @Override
    public void close(int[] matrix, int nodes, int stride) {
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < nodes; i++) {
                int via = matrix[i * stride + k];
                for (int j = 0; j < nodes; j += INT.length()) {
                    IntVector direct = IntVector.fromArray(INT, matrix, i * stride + j);
                    IntVector.fromArray(INT, matrix, k * stride + j)
                            .add(via)
                            .min(direct)
                            .intoArray(matrix, i * stride + j);
                }
            }
        }
    }
}
