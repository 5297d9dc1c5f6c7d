package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Echoes;
import io.millrace.radio.channel.FrontEnd;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.channel.ReceptionReader;
import io.millrace.radio.feature.Feature;
import io.millrace.radio.feature.FeatureExtractor;
import io.millrace.radio.feature.Statistics;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.DelayKernel;
import io.millrace.radio.scene.Link;
import io.millrace.radio.scene.SceneReader;
import io.millrace.radio.signal.Baseband;
import io.millrace.radio.signal.Transmitter;
import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One thread's signals: the scene first; then stretch after stretch of the transmitted envelope, and of each stretch every receiver's
 * samples, block after block.
 */
final class RadioWorker implements Worker {
    /** Samples of a stretch: the envelope stays in the second-level cache while the receivers read it. */
    private static final int STRETCH = Integer.getInteger("millrace.radio.stretch", 16) * Block.LENGTH;

    /** Envelope samples of delay between receivers, at most: half a gigabyte. */
    private static final int MOST_SPREAD = 1 << 26;

    private final RadioSpec spec;
    private final RadioKernels kernels;
    private final SceneReader scenes;
    private final Link link;
    private final Transmitter transmitter;
    private final ReceptionReader receptionReader;
    private final Reception[] receptions;
    private final Echoes.State[] states;
    private final Echoes echoes;
    private final FrontEnd frontEnd;
    private final Truth truth;
    private final FeatureExtractor features;
    private final float[] yRe = new float[Block.ARRAY];
    private final float[] yIm = new float[Block.ARRAY];
    private MemorySegment iq;
    private MemorySegment measured;
    private float[] xRe = {};
    private float[] xIm = {};

    RadioWorker(RadioGenerator generator, RadioKernels kernels) {
        this.spec = generator.spec();
        this.kernels = kernels;
        Philox philox = Philox.of(RadioSpec.WORKLOAD, generator.seed());
        Channel channel = spec.channel();
        scenes = spec.scene().newReader(generator.seed());
        link = new Link(spec.receivers());
        transmitter = new Transmitter(spec.emission(), kernels.samples(), philox);
        receptionReader = new ReceptionReader(channel, spec.scene(), spec.sampleRate(), philox);
        receptions = IntStream.range(0, spec.receivers())
                .mapToObj(r -> new Reception(channel))
                .toArray(Reception[]::new);
        states = IntStream.range(0, spec.receivers())
                .mapToObj(r -> new Echoes.State(channel.count()))
                .toArray(Echoes.State[]::new);
        echoes = new Echoes(channel, spec.sampleRate(), kernels.samples());
        frontEnd = new FrontEnd(channel.receiver(), kernels.samples());
        truth = new Truth(spec);
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
        truth.bind(batch);
        iq = spec.output().samples() ? batch.tensor("iq") : null;
        measured = spec.output().features() ? batch.tensor("features") : null;
        for (int i = 0; i < count; i++) {
            make(first + i, i);
        }
    }

    private void make(long index, int row) {
        if (!scenes.draw(index, link)) {
            throw new GenerationException(index, RadioGenerator.noPosition(link), null);
        }
        double offset = transmitter.offset(index);
        double earliest = Double.POSITIVE_INFINITY;
        double latest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < link.count; r++) {
            Reception reception = receptions[r];
            receptionReader.read(index, r, link, offset, reception);
            states[r].reset();
            if (features != null) {
                features.begin(r);
            }
            double drift = Math.abs(reception.drift) * spec.samples();
            double arrival = reception.arrival * spec.sampleRate();
            double spread = Arrays.stream(reception.delay).max().orElse(0) * spec.sampleRate();
            earliest = Math.min(earliest, arrival - drift);
            latest = Math.max(latest, arrival + spread + drift);
        }
        // the first sample that any path reads is sample 0 of the envelope or later
        int lead = (int) Math.ceil(latest) + DelayKernel.TAPS;
        double reach = Math.ceil(latest - earliest) + 2 * DelayKernel.TAPS + Block.STEP;
        if (!(reach < MOST_SPREAD)) {
            throw new GenerationException(
                    index, "delays between receivers differ by " + reach + " samples, at most " + MOST_SPREAD, null);
        }
        synthesise(index, row, lead, (int) reach);
        truth.write(row, link, receptions, states, transmitter.modulation(index), transmitter.baseband(index));
        if (iq != null) {
            blank(iq, row, 8L * spec.samples());
        }
        if (features != null) {
            long numbers = (long) Statistics.NUMBERS * Feature.values().length;
            for (int r = 0; r < link.count; r++) {
                features.write(r, measured, ((long) row * spec.receivers() + r) * numbers);
            }
            blank(measured, row, 4 * numbers);
        }
    }

    /** Zeros for the receivers that are not there. */
    private void blank(MemorySegment tensor, int row, long bytes) {
        tensor.asSlice(((long) row * spec.receivers() + link.count) * bytes, (spec.receivers() - link.count) * bytes)
                .fill((byte) 0);
    }

    private void synthesise(long index, int row, int lead, int reach) {
        int samples = spec.samples();
        Baseband baseband = transmitter.baseband(index);
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
            for (int r = 0; r < link.count; r++) {
                receive(index, row, r, from, to, lead);
            }
        }
    }

    private void receive(long index, int row, int r, int from, int to, int lead) {
        echoes.prepare(index, r, receptions[r], from, to);
        long element = ((long) row * spec.receivers() + r) * spec.samples();
        for (int n = from; n < to; n += Block.LENGTH) {
            int count = Math.min(Block.LENGTH, to - n);
            echoes.make(index, r, receptions[r], states[r], n, count, xRe, xIm, from, lead, yRe, yIm);
            frontEnd.apply(index, r, receptions[r], n, count, yRe, yIm);
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
