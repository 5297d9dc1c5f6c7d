package io.millrace.causal;

import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.random.Philox;

/** The kernels over lanes. */
final class CausalVector {
    private CausalVector() {}

    static ColumnKernels kernels(CausalGenerator generator) {
        return ColumnKernels.vector(
                Philox.of(CausalSpec.WORKLOAD, generator.seed()),
                generator.spec().equations());
    }
}
