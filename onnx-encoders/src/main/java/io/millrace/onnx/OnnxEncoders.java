package io.millrace.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import io.millrace.generator.UnavailableException;
import io.millrace.latent.Encoder;
import io.millrace.latent.EncoderProvider;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;

/**
 * Encoders from ONNX models. The property {@value #DEVICE} chooses where they run: {@code cpu}, {@code cuda}, {@code cuda:1}; where it is not set CUDA, if this ONNX Runtime
 * has it (the artifact {@code onnxruntime_gpu} in the place of {@code onnxruntime}) and the machine, else the processor.
 */
public final class OnnxEncoders implements EncoderProvider {
    /** The property that names the device. */
    public static final String DEVICE = "millrace.onnx.device";

    private static final String CPU = "cpu";
    private static final String CUDA = "cuda";

    /** For {@link java.util.ServiceLoader}. */
    public OnnxEncoders() {}

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public Encoder open(Table model, List<Integer> frame) {
        OrtEnvironment environment = environment();
        String asked = System.getProperty(DEVICE, "").toLowerCase(Locale.ROOT);
        if (!asked.matches("|" + CPU + "|" + CUDA + "(:[0-9]{1,3})?")) {
            throw new UnavailableException(DEVICE + " is '" + asked + "': allowed is cpu, cuda, or cuda:NUMBER");
        }
        boolean gpu = asked.isEmpty() && OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        try (OrtSession.SessionOptions options = options(gpu ? CUDA : asked)) {
            return OnnxEncoder.of(
                    environment, session(environment, options, model), asked.startsWith(CUDA) || gpu, frame);
        } catch (OrtException e) {
            if (!gpu) {
                throw new UnavailableException("ONNX Runtime cannot use " + asked + ": " + e.getMessage());
            }
        }
        // it could, but the machine has no such device
        try (OrtSession.SessionOptions options = options(CPU)) {
            return OnnxEncoder.of(environment, session(environment, options, model), false, frame);
        } catch (OrtException e) {
            throw new UnavailableException("ONNX Runtime cannot be used: " + e.getMessage());
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "millrace");
        } catch (LinkageError | RuntimeException e) {
            throw new UnavailableException("ONNX Runtime cannot be loaded here: " + e);
        }
    }

    private static OrtSession.SessionOptions options(String device) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setDeterministicCompute(true);
            // threads that spin while they wait would take processors from those that make the next batch
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (device.startsWith(CUDA)) {
                options.addCUDA(device.equals(CUDA) ? 0 : Integer.parseInt(device.substring(CUDA.length() + 1)));
            }
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    private static OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options, Table model) {
        try {
            return environment.createSession(model.bytes().toArray(ValueLayout.JAVA_BYTE), options);
        } catch (OrtException e) {
            throw new SpecException("model: the file is no ONNX model that ONNX Runtime " + environment.getVersion()
                    + " reads: " + e.getMessage());
        }
    }
}
