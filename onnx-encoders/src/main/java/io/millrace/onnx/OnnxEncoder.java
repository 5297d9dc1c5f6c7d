package io.millrace.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.millrace.latent.Encoder;
import io.millrace.spec.SpecException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One model: the owner of its session. A batch is encoded where it is, one at a time, in the order in which they come. */
final class OnnxEncoder implements Encoder {
    /** Frames of a run: enough that a call costs little beside it. */
    private static final int FRAMES = 64;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String label;
    private final String input;
    private final String output;
    /** Of a run's input and output; the first extent is replaced. */
    private final long[] inputShape;

    private final long[] outputShape;
    private final boolean single;
    private final ReentrantLock owner = new ReentrantLock(true);

    private OnnxEncoder(
            OrtEnvironment environment,
            OrtSession session,
            String label,
            String input,
            String output,
            long[] inputShape,
            long[] outputShape,
            boolean single) {
        this.environment = environment;
        this.session = session;
        this.label = label;
        this.input = input;
        this.output = output;
        this.inputShape = inputShape;
        this.outputShape = outputShape;
        this.single = single;
    }

    /**
     * Takes the session over.
     *
     * @param frame extents of a frame
     * @throws SpecException if the model takes or gives something else; the sentence has both shapes
     */
    static OnnxEncoder of(OrtEnvironment environment, OrtSession session, boolean cuda, List<Integer> frame) {
        try {
            Map.Entry<String, TensorInfo> in = only("takes", session.getInputInfo());
            Map.Entry<String, TensorInfo> out = only("gives", session.getOutputInfo());
            long[] asked = in.getValue().getShape();
            long[] taken = shape(frame, asked.length);
            long[] given = out.getValue().getShape();
            boolean fits = taken.length == asked.length
                    && IntStream.range(1, asked.length).allMatch(k -> asked[k] < 0 || asked[k] == taken[k])
                    && asked[0] <= 1;
            if (!fits || in.getValue().type != OnnxJavaType.FLOAT) {
                throw new SpecException("model takes " + words(in.getValue().type, asked) + " where the frames are "
                        + words(OnnxJavaType.FLOAT, taken));
            }
            if (given.length != 3 || out.getValue().type != OnnxJavaType.FLOAT) {
                throw new SpecException("model gives " + words(out.getValue().type, given) + " where latents are "
                        + words(OnnxJavaType.FLOAT, -1, -1, -1) + ": frames, tokens, width");
            }
            String label = "ONNX Runtime " + environment.getVersion() + (cuda ? " (CUDA)" : " (CPU)");
            long[] found = probe(environment, session, in.getKey(), taken);
            return new OnnxEncoder(environment, session, label, in.getKey(), out.getKey(), taken, found, asked[0] == 1);
        } catch (OrtException e) {
            close(session);
            throw new SpecException("model cannot be asked what it takes: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            close(session);
            throw e;
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map.Entry<String, TensorInfo> only(String verb, Map<String, NodeInfo> nodes) {
        if (nodes.size() == 1
                && nodes.values().iterator().next().getInfo() instanceof TensorInfo tensor
                && tensor.getShape().length > 0) {
            return Map.entry(nodes.keySet().iterator().next(), tensor);
        }
        throw new SpecException("model " + verb + " " + nodes.keySet() + ": allowed is one tensor");
    }

    /** (frames, X…), or (frames, 1, X…) where the model wants channels. */
    private static long[] shape(List<Integer> frame, int rank) {
        LongStream extents = frame.stream().mapToLong(Integer::longValue);
        LongStream channels = rank == frame.size() + 1 ? LongStream.empty() : LongStream.of(1);
        return LongStream.concat(LongStream.concat(LongStream.of(-1), channels), extents)
                .toArray();
    }

    /** The extents of a frame's latent, by a frame of zeros: what a model tells of itself need not be so. */
    private static long[] probe(OrtEnvironment environment, OrtSession session, String input, long[] taken) {
        long[] one = taken.clone();
        one[0] = 1;
        FloatBuffer zeros = FloatBuffer.allocate(Math.toIntExact(product(one, 0)));
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, zeros, one);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            long[] given = ((TensorInfo) result.get(0).getInfo()).getShape();
            if (given.length != 3 || given[0] != 1) {
                throw new SpecException("model makes " + words(OnnxJavaType.FLOAT, given) + " of "
                        + words(OnnxJavaType.FLOAT, one) + ": latents are " + words(OnnxJavaType.FLOAT, 1, -1, -1));
            }
            return given;
        } catch (OrtException e) {
            throw new SpecException(
                    "model fails with frames of " + words(OnnxJavaType.FLOAT, one) + ": " + e.getMessage());
        }
    }

    private static String words(OnnxJavaType type, long... shape) {
        return type.name().toLowerCase(Locale.ROOT)
                + Arrays.stream(shape)
                        .mapToObj(extent -> extent < 0 ? "N" : Long.toString(extent))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static long product(long[] shape, int from) {
        return Arrays.stream(shape, from, shape.length).reduce(1, Math::multiplyExact);
    }

    @Override
    public List<Integer> latent() {
        return List.of(Math.toIntExact(outputShape[1]), Math.toIntExact(outputShape[2]));
    }

    @Override
    public Optional<String> foreign() {
        return Optional.of(label);
    }

    @Override
    public int frames() {
        return FRAMES;
    }

    @Override
    public Session newSession() {
        return this::encode;
    }

    private void encode(MemorySegment fields, int frames, MemorySegment latents) {
        owner.lock();
        try {
            int most = single ? 1 : frames;
            long in = product(inputShape, 1) * Float.BYTES;
            long out = product(outputShape, 1) * Float.BYTES;
            for (int done = 0; done < frames; done += most) {
                run(fields.asSlice(done * in, most * in), most, latents.asSlice(done * out, most * out));
            }
        } catch (OrtException e) {
            throw new IllegalStateException(label + " failed: " + e.getMessage(), e);
        } finally {
            owner.unlock();
        }
    }

    private void run(MemorySegment fields, int frames, MemorySegment latents) throws OrtException {
        long[] in = inputShape.clone();
        long[] out = outputShape.clone();
        in[0] = frames;
        out[0] = frames;
        try (OnnxTensor taken = OnnxTensor.createTensor(environment, floats(fields), in);
                OnnxTensor given = OnnxTensor.createTensor(environment, floats(latents), out);
                OrtSession.Result result = session.run(Map.of(input, taken), Map.of(output, given))) {
            if (result.size() != 1) {
                throw new IllegalStateException(label + " gave " + result.size() + " results");
            }
        }
    }

    /** The same memory. */
    private static FloatBuffer floats(MemorySegment memory) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public void close() {
        close(session);
    }
}
