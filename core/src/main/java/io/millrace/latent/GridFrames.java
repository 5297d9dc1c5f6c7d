package io.millrace.latent;

import io.millrace.latent.grid.GridEncoder;
import io.millrace.latent.grid.GridTables;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The grid encoder of frames of one channel. It owns nothing: each thread encodes what it made. */
final class GridFrames implements Encoder {
    private final GridTables tables;
    private final boolean lanes;

    GridFrames(GridTables tables, boolean lanes) {
        this.tables = tables;
        this.lanes = lanes;
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
