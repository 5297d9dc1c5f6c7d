/** Millrace's core: instances from specs, by SIMD kernels, into off-heap batches, pipelines and datasets. */
module io.millrace.core {
    requires transitive jdk.incubator.vector;

    exports io.millrace.math;
    exports io.millrace.simd;
}
