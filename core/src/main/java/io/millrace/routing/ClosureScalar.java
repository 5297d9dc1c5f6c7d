package io.millrace.routing;

/** The reference. */
final class ClosureScalar implements ClosureKernel {
    ClosureScalar() {}

    @Override
    public void close(int[] matrix, int nodes, int stride) {
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < nodes; i++) {
                int via = matrix[i * stride + k];
                for (int j = 0; j < nodes; j++) {
                    matrix[i * stride + j] = Math.min(matrix[i * stride + j], via + matrix[k * stride + j]);
                }
            }
        }
    }
}
