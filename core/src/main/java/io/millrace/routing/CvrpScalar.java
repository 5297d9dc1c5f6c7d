package io.millrace.routing;

import io.millrace.batch.RowsScalar;
import io.millrace.random.Draws;
import io.millrace.random.Philox;

/** The reference kernels. */
final class CvrpScalar {
    private CvrpScalar() {}

    static CvrpKernels kernels(CvrpGenerator generator) {
        return new CvrpKernels(
                Draws.scalar(Philox.of(CvrpSpec.WORKLOAD, generator.seed())),
                new RowsScalar(),
                new DistanceScalar(),
                new MatrixScalar(generator.spec().nodes()),
                new ClosureScalar());
    }
}
