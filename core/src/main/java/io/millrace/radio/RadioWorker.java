package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.generator.Worker;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Echoes;
import io.millrace.radio.channel.FrontEnd;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.signal.Baseband;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * One thread's signals: the scene first; then stretch after stretch of the transmitted envelope, and of each stretch every receiver's
 * samples, block after block.
 */
final class RadioWorker implements Worker {
    /** Samples of a stretch: the envelope stays in the second-level cache while the receivers read it. */
    private static final int STRETCH = Integer.getInteger("millrace.radio.stretch", 16) * Block.LENGTH;

    private final RadioSpec spec;
    private final RadioKernels kernels;
    private final Prologue prologue;
    private final Echoes.State[] states;
    private final Echoes echoes;
    private final FrontEnd frontEnd;
    private final float[] yRe = new float[Block.ARRAY];
    private final float[] yIm = new float[Block.ARRAY];
    private float[] xRe = {};
    private float[] xIm = {};

    RadioWorker(RadioGenerator generator, RadioKernels kernels) {
        this.spec = generator.spec();
        this.kernels = kernels;
        Channel channel = spec.channel();
        prologue = new Prologue(spec, generator.seed(), kernels.samples());
        states = IntStream.range(0, spec.receivers())
                .mapToObj(r -> new Echoes.State(channel.count()))
                .toArray(Echoes.State[]::new);
        echoes = new Echoes(channel, spec.sampleRate(), kernels.samples());
        frontEnd = new FrontEnd(channel.receiver(), kernels.samples());
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        prologue.bind(batch);
        MemorySegment iq = spec.output().samples() ? batch.tensor("iq") : null;
        for (int i = 0; i < count; i++) {
            make(first + i, i, iq);
        }
    }

    private void make(long index, int row, MemorySegment iq) {
        prologue.draw(index);
        int receivers = prologue.link().count;
        for (int r = 0; r < receivers; r++) {
            states[r].reset();
        }
        synthesise(index, row, iq, receivers);
        prologue.truth(row);
        for (int r = 0; r < receivers; r++) {
            prologue.measured(row, r, states[r]);
        }
        if (iq != null) {
            long bytes = 8L * spec.samples();
            iq.asSlice((row * (long) spec.receivers() + receivers) * bytes, (spec.receivers() - receivers) * bytes)
                    .fill((byte) 0);
        }
    }

    private void synthesise(long index, int row, MemorySegment iq, int receivers) {
        int samples = spec.samples();
        int reach = prologue.reach();
        Baseband baseband = prologue.baseband();
        baseband.begin(index, samples + reach);
        int capacity = STRETCH + reach + 2 * Block.LENGTH + Block.SLACK;
        if (xRe.length < capacity) {
            xRe = new float[capacity];
            xIm = new float[capacity];
        }
        int made = 0;
        for (int from = 0; from < samples; from += STRETCH) {
            int to = Math.min(samples, from + STRETCH);
            if (from > 0) {
                System.arraycopy(xRe, STRETCH, xRe, 0, made - from);
                System.arraycopy(xIm, STRETCH, xIm, 0, made - from);
            }
            for (; made < to + reach; made += Block.LENGTH) {
                baseband.make(made, Block.LENGTH, xRe, xIm, made - from);
            }
            for (int r = 0; r < receivers; r++) {
                receive(index, row, r, from, to, iq);
            }
        }
    }

    private void receive(long index, int row, int r, int from, int to, MemorySegment iq) {
        Reception reception = prologue.reception(r);
        int lead = prologue.lead();
        echoes.prepare(index, r, reception, from, to);
        long element = ((long) row * spec.receivers() + r) * spec.samples();
        for (int n = from; n < to; n += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, to - n);
            echoes.make(index, r, reception, states[r], n, count, xRe, xIm, from, lead, yRe, yIm);
            frontEnd.apply(index, r, reception, n, count, yRe, yIm);
            if (iq != null) {
                kernels.samples().interleave().store(yRe, yIm, count, iq, element + n);
            }
        }
    }

    @Override
    public void close() {}
}
