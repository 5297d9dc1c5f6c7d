package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.generator.Worker;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Echoes;
import io.millrace.radio.channel.FrontEnd;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.feature.Feature;
import io.millrace.radio.feature.FeatureExtractor;
import io.millrace.radio.feature.Statistics;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.Envelope;
import io.millrace.radio.signal.Baseband;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * One thread's signals: the scene first; then stretch after stretch of the transmitted envelope, and of each stretch every receiver's
 * samples, block after block.
 */
final class RadioWorker implements Worker {
    /** Samples of a stretch: the envelope stays in the second-level cache while the receivers read it. */
    private static final int STRETCH = 16 * Block.LENGTH;

    private final RadioSpec spec;
    private final RadioKernels kernels;
    private final int stretch;
    private final Prologue prologue;
    private final Echoes.State[] states;
    private final Envelope envelope;
    private final Echoes echoes;
    private final FrontEnd frontEnd;
    private final FeatureExtractor features;
    private final float[] yRe = new float[Block.ARRAY];
    private final float[] yIm = new float[Block.ARRAY];
    private MemorySegment iq;
    private MemorySegment measured;

    RadioWorker(RadioGenerator generator, RadioKernels kernels) {
        this(generator, kernels, STRETCH);
    }

    /** With stretches of another length, a multiple of {@link Block#LENGTH}: the samples are the same. */
    RadioWorker(RadioGenerator generator, RadioKernels kernels, int stretch) {
        this.spec = generator.spec();
        this.kernels = kernels;
        this.stretch = stretch;
        Channel channel = spec.channel();
        prologue = new Prologue(spec, generator.seed(), kernels.samples());
        states = IntStream.range(0, spec.receivers())
                .mapToObj(r -> new Echoes.State(channel.count()))
                .toArray(Echoes.State[]::new);
        envelope = new Envelope(kernels.samples());
        echoes = new Echoes(channel, spec.sampleRate(), kernels.samples());
        frontEnd = new FrontEnd(channel.receiver(), kernels.samples());
        features = spec.output().features()
                ? new FeatureExtractor(
                        spec.receivers(),
                        spec.window(),
                        spec.sampleRate(),
                        spec.scene().ratioBandwidth(),
                        kernels.samples())
                : null;
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        prologue.bind(batch);
        iq = spec.output().samples() ? batch.tensor("iq") : null;
        measured = spec.output().features() ? batch.tensor("features") : null;
        for (int i = 0; i < count; i++) {
            make(first + i, i);
        }
    }

    private void make(long index, int row) {
        prologue.draw(index);
        int receivers = prologue.link().count;
        for (int r = 0; r < receivers; r++) {
            states[r].reset();
            if (features != null) {
                features.begin(r);
            }
        }
        synthesise(index, row, receivers);
        prologue.truth(row);
        for (int r = 0; r < receivers; r++) {
            prologue.measured(row, r, states[r]);
        }
        if (iq != null) {
            blank(iq, row, receivers, 8L * spec.samples());
        }
        if (features != null) {
            long numbers = (long) Statistics.NUMBERS * Feature.values().length;
            for (int r = 0; r < receivers; r++) {
                features.write(r, measured, ((long) row * spec.receivers() + r) * numbers);
            }
            blank(measured, row, receivers, 4 * numbers);
        }
    }

    /** Zeros for the receivers that are not there. */
    private void blank(MemorySegment tensor, int row, int receivers, long bytes) {
        tensor.asSlice(((long) row * spec.receivers() + receivers) * bytes, (spec.receivers() - receivers) * bytes)
                .fill((byte) 0);
    }

    private void synthesise(long index, int row, int receivers) {
        int samples = spec.samples();
        int reach = prologue.reach();
        Baseband baseband = prologue.baseband();
        baseband.begin(index, samples + reach);
        envelope.begin(stretch + reach);
        for (int from = 0; from < samples; from += stretch) {
            int to = Math.min(samples, from + stretch);
            envelope.moveTo(from);
            while (envelope.made() < to + reach) {
                baseband.make(
                        envelope.made(), Block.LENGTH, envelope.re, envelope.im, envelope.made() - envelope.origin());
                envelope.complete();
            }
            for (int r = 0; r < receivers; r++) {
                receive(index, row, r, from, to);
            }
        }
    }

    private void receive(long index, int row, int r, int from, int to) {
        Reception reception = prologue.reception(r);
        echoes.prepare(index, r, reception, from, to);
        long element = ((long) row * spec.receivers() + r) * spec.samples();
        for (int n = from; n < to; n += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, to - n);
            echoes.make(index, r, reception, states[r], n, count, envelope, prologue.lead(), yRe, yIm);
            frontEnd.apply(index, r, reception, n, count, yRe, yIm);
            if (iq != null) {
                kernels.samples().interleave().store(yRe, yIm, count, iq, element + n);
            }
            if (features != null) {
                features.add(r, yRe, yIm, count);
            }
        }
    }

    @Override
    public void close() {}
}
