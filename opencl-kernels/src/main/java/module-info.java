/** The backend {@code opencl}: whole batches on any device. */
module io.millrace.opencl {
    requires transitive io.millrace.core;
    requires org.lwjgl;
    requires org.lwjgl.opencl;

    exports io.millrace.opencl;
    exports io.millrace.opencl.device;
    exports io.millrace.opencl.latent;

    uses io.millrace.opencl.OpenClWorkload;

    provides io.millrace.opencl.OpenClWorkload with
            io.millrace.opencl.causal.CausalOpenCl,
            io.millrace.opencl.latent.LatentOpenCl,
            io.millrace.opencl.pde.PdeOpenCl,
            io.millrace.opencl.radio.RadioOpenCl,
            io.millrace.opencl.routing.CvrpOpenCl,
            io.millrace.opencl.waveform.WaveformOpenCl;
    provides io.millrace.generator.BackendProvider with
            io.millrace.opencl.OpenClBackend;
}
