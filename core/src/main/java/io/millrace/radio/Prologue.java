package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Echoes;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.channel.ReceptionReader;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.radio.scene.Link;
import io.millrace.radio.scene.SceneReader;
import io.millrace.radio.signal.Baseband;
import io.millrace.radio.signal.Modulation;
import io.millrace.radio.signal.SignalColumn;
import io.millrace.radio.signal.Transmitter;
import io.millrace.random.Philox;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is scalar of an instance, for whoever makes its samples, here or on a device: scene, link budget, receptions, which envelope there is
 * and how much of it, and every field that no sample is needed for. One thread's. Class: reproducible.
 */
public final class Prologue {
    /** 10/ln 10: a natural logarithm's unit in dB. */
    public static final double DECIBEL = 10 / StrictMath.log(10);

    private final RadioSpec spec;
    private final SceneReader scenes;
    private final Link link;
    private final Transmitter transmitter;
    private final ReceptionReader reader;
    private final Reception[] receptions;
    private final Truth truth;
    private Modulation modulation;
    private Baseband baseband;
    private long lead;
    private int reach;

    Prologue(RadioSpec spec, long seed, SampleKernels kernels) {
        this.spec = spec;
        Philox philox = Philox.of(RadioSpec.WORKLOAD, seed);
        Channel channel = spec.channel();
        scenes = spec.scene().newReader(seed);
        link = new Link(spec.receivers());
        transmitter = new Transmitter(spec.emission(), kernels, philox);
        reader = new ReceptionReader(channel, spec.scene(), spec.sampleRate(), philox);
        receptions = IntStream.range(0, spec.receivers())
                .mapToObj(r -> new Reception(channel))
                .toArray(Reception[]::new);
        truth = new Truth(spec);
    }

    /**
     * Draws an instance.
     *
     * @throws GenerationException for one that has no position
     */
    public void draw(long index) {
        if (!scenes.draw(index, link)) {
            throw new GenerationException(index, RadioGenerator.noPosition(link), null);
        }
        modulation = transmitter.modulation(index);
        baseband = transmitter.baseband(index);
        baseband.draw(index);
        double offset = transmitter.offset(index);
        double earliest = Double.POSITIVE_INFINITY;
        double latest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < link.count; r++) {
            Reception reception = receptions[r];
            reader.read(index, r, link, offset, reception);
            double drift = Math.abs(reception.drift) * spec.samples();
            double arrival = reception.arrival * spec.sampleRate();
            double spread = Arrays.stream(reception.delay).max().orElse(0) * spec.sampleRate();
            earliest = Math.min(earliest, arrival - drift);
            latest = Math.max(latest, arrival + spread + drift);
        }
        // the first sample that any path reads is sample 0 of the envelope or later
        lead = (long) Math.ceil(latest) + FractionalDelay.REACH;
        reach = (int) (Math.ceil(latest - earliest) + 2 * FractionalDelay.REACH + Block.STEP);
    }

    /** Who is where, of the instance that was drawn last. */
    public Link link() {
        return link;
    }

    /** What a receiver's samples are made from. */
    public Reception reception(int receiver) {
        return receptions[receiver];
    }

    /** The envelope's sample that is at the transmitter's antenna at time 0. */
    public long lead() {
        return lead;
    }

    /** Samples of the envelope that are read beyond those of a receiver. */
    public int reach() {
        return reach;
    }

    /** What the transmitter sends. */
    public Modulation modulation() {
        return modulation;
    }

    /** Writes the {@link SignalColumn}s of the envelope. */
    public void describe(long[] row) {
        baseband.describe(row);
    }

    /** What makes the envelope here. */
    Baseband baseband() {
        return baseband;
    }

    /** Writes go to this batch from now on, which may lack the samples' fields. */
    public void bind(Batch batch) {
        truth.bind(batch);
    }

    /** Writes the fields but the samples'; those that tell of samples, {@code snr_db_realised} and {@code path_gain}, are 0. */
    public void truth(int row) {
        truth.write(row, link, receptions, modulation, baseband);
    }

    /** Writes what the samples of a receiver tell. */
    void measured(int row, int receiver, Echoes.State state) {
        truth.measured(row, receiver, receptions[receiver], state);
    }
}
