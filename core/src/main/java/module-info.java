/** Millrace's core: instances from specs, by SIMD kernels, into off-heap batches, pipelines and datasets. */
module io.millrace.core {
    requires transitive jdk.incubator.vector;

    exports io.millrace.math;
    exports io.millrace.simd;
    exports io.millrace.batch;
    exports io.millrace.spec;
    exports io.millrace.fft;
    exports io.millrace.generator;
    exports io.millrace.latent;
    exports io.millrace.pde;
    exports io.millrace.pde.spectral;
    exports io.millrace.pde.volume;
    exports io.millrace.pipeline;
    exports io.millrace.dataset;
    exports io.millrace.json;
    exports io.millrace.latent.grid;
    exports io.millrace.random;
    exports io.millrace.causal;
    exports io.millrace.causal.graph;
    exports io.millrace.causal.kernel;
    exports io.millrace.causal.law;
    exports io.millrace.causal.mechanism;
    exports io.millrace.radio;
    exports io.millrace.radio.channel;
    exports io.millrace.radio.feature;
    exports io.millrace.radio.kernel;
    exports io.millrace.radio.scene;
    exports io.millrace.radio.signal;
    exports io.millrace.routing;
    exports io.millrace.waveform;
    exports io.millrace.waveform.detector;
    exports io.millrace.waveform.domain;
    exports io.millrace.waveform.parameters;

    uses io.millrace.generator.Workload;
    uses io.millrace.generator.BackendProvider;
    uses io.millrace.dataset.ColdCodec;
    uses io.millrace.latent.EncoderProvider;

    provides io.millrace.generator.Workload with
            io.millrace.causal.CausalWorkload,
            io.millrace.latent.LatentWorkload,
            io.millrace.pde.PdeWorkload,
            io.millrace.radio.RadioWorkload,
            io.millrace.routing.CvrpWorkload,
            io.millrace.waveform.WaveformWorkload;
    provides io.millrace.generator.BackendProvider with
            io.millrace.generator.VectorBackend,
            io.millrace.generator.ScalarBackend;
}
