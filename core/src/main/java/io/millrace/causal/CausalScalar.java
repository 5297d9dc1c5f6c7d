package io.millrace.causal;

import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.random.Philox;

/** The reference kernels. */
final class CausalScalar {
    private CausalScalar() {}

    static ColumnKernels kernels(CausalGenerator generator) {
        return ColumnKernels.scalar(
                Philox.of(CausalSpec.WORKLOAD, generator.seed()),
                generator.spec().equations());
    }
}
