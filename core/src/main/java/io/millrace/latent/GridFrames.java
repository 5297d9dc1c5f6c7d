package io.millrace.latent;

import io.millrace.latent.grid.FloatTensor;
import io.millrace.latent.grid.GridEncoder;
import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.latent.grid.GridWeights;
import io.millrace.latent.grid.SafetensorsException;
import io.millrace.latent.grid.SafetensorsReader;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

/** The grid encoder of frames of one channel. It owns nothing: each thread encodes what it made. */
final class GridFrames implements Encoder {
    private final GridTables tables;
    private final boolean lanes;

    private GridFrames(GridTables tables, boolean lanes) {
        this.tables = tables;
        this.lanes = lanes;
    }

    /**
     * Of frames of these extents.
     *
     * @throws SpecException if it is none of such frames, or the weights are none, or of other shapes
     */
    static GridFrames of(EncoderChoice.Grid choice, List<Integer> frame, boolean lanes) {
        GridShape shape = new GridShape(1, frame, choice.patch(), choice.tokens(), choice.width());
        GridWeights weights = choice.weights().isPresent()
                ? GridWeights.of(shape, tensors(choice.weights().get()))
                : GridWeights.seeded(shape, choice.seed());
        return new GridFrames(GridTables.of(weights), lanes);
    }

    private static Map<String, FloatTensor> tensors(Table file) {
        try {
            return SafetensorsReader.read(LatentKeys.WEIGHTS, file.bytes().toArray(ValueLayout.JAVA_BYTE));
        } catch (SafetensorsException e) {
            throw new SpecException(e.getMessage());
        }
    }

    @Override
    public List<Integer> latent() {
        return List.of(tables.shape().tokens(), tables.shape().width());
    }

    @Override
    public Session newSession() {
        GridEncoder encoder = lanes ? GridEncoder.vector(tables) : GridEncoder.scalar(tables);
        return (fields, frames, latents) -> encode(encoder, fields, frames, latents);
    }

    private static void encode(GridEncoder encoder, MemorySegment fields, int frames, MemorySegment latents) {
        long in = (long) encoder.shape().fieldElements() * Float.BYTES;
        long out = (long) encoder.shape().latentElements() * Float.BYTES;
        for (long frame = 0; frame < frames; frame++) {
            encoder.encode(fields, frame * in, latents, frame * out);
        }
    }
}
