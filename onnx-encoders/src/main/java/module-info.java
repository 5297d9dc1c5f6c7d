/** Encoders from ONNX models. */
module io.millrace.onnx {
    requires transitive io.millrace.core;
    requires com.microsoft.onnxruntime;

    exports io.millrace.onnx;

    provides io.millrace.latent.EncoderProvider with
            io.millrace.onnx.OnnxEncoders;
}
