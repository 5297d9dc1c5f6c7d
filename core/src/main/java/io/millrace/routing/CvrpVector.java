package io.millrace.routing;

import io.millrace.batch.RowsVector;
import io.millrace.random.Draws;
import io.millrace.random.Philox;

/** The kernels over lanes. */
final class CvrpVector {
    private CvrpVector() {}

    static CvrpKernels kernels(CvrpGenerator generator) {
        return new CvrpKernels(
                Draws.vector(Philox.of(CvrpSpec.WORKLOAD, generator.seed())),
                new RowsVector(),
                new DistanceVector(),
                MatrixVector.of(generator.spec().nodes()),
                new ClosureVector());
    }
}
