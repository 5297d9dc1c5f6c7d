package io.millrace.radio.channel;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.Envelope;
import io.millrace.radio.kernel.FilterKernel;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.Oscillator;
import io.millrace.radio.kernel.Ramp;
import io.millrace.radio.kernel.SampleKernels;
import java.util.Arrays;

/**
 * From the transmitted envelope to what a receiver's antenna gets, block by block: y[n] = √P·e^{i(φ + 2πΔf n/f_s + ϑ[n])}·Σ_l g_l[n]·x(n(1 +
 * δ) + L − τ_l f_s). One thread's. Class: reproducible.
 *
 * <p>The position in x is evaluated in double at the middle of each step of {@value Block#STEP} samples and its fraction held over the step:
 * the delay is off by at most 32·δ samples, for 1 ppm 3e-5, so −82 dB at the band's edge. The phase noise ϑ is a sum of 2⁻³² turns.
 */
public final class Echoes {
    private final double sampleRate;
    private final boolean phaseNoise;
    private final SampleKernels kernels;
    private final PathGain[] gains;
    private final Oscillator carrier;
    private final float[] gainRe = new float[Block.ARRAY];
    private final float[] gainIm = new float[Block.ARRAY];
    private final float[] delayedRe = new float[Block.PART + Block.SLACK];
    private final float[] delayedIm = new float[Block.PART + Block.SLACK];
    private final float[] taps = new float[FilterKernel.TAPS];
    private final int[] turns = new int[Block.ARRAY];
    private final int[] radii = new int[Block.ARRAY];
    private final int[] angles = new int[Block.ARRAY];

    /** Of that channel. */
    public Echoes(Channel channel, double sampleRate, SampleKernels kernels) {
        this.sampleRate = sampleRate;
        this.phaseNoise = channel.receiver().phaseNoise() > 0;
        this.kernels = kernels;
        Nodes nodes = new Nodes(channel.doppler(), sampleRate);
        float[] filter = channel.fading() != Fading.NONE && channel.scatter() == Scatter.GAUSSIAN
                ? JakesFilter.taps(nodes, channel.doppler(), sampleRate)
                : null;
        carrier = new Oscillator(kernels);
        gains = new PathGain[channel.count()];
        for (int path = 0; path < gains.length; path++) {
            gains[path] = new PathGain(channel, path, nodes, filter, kernels);
        }
    }

    /** Makes ready for the samples {@code from … to − 1} of a receiver, {@code from} a multiple of a block. */
    public void prepare(long index, int receiver, Reception reception, int from, int to) {
        carrier.set(reception.carrierPhase, reception.carrierStep, reception.amplitude);
        for (PathGain gain : gains) {
            gain.prepare(index, receiver, reception, from, to);
        }
    }

    /**
     * Writes a block, and zeros behind it.
     *
     * @param from its first sample, a multiple of {@link Block#LENGTH}, among those {@link #prepare}d
     * @param envelope what is sent
     * @param lead L: the envelope's sample that is at the transmitter's antenna at time 0
     * @param state of the receiver, carried from block to block
     */
    public void make(
            long index,
            int receiver,
            Reception reception,
            State state,
            int from,
            int count,
            Envelope envelope,
            long lead,
            float[] yRe,
            float[] yIm) {
        Arrays.fill(yRe, 0);
        Arrays.fill(yIm, 0);
        for (int done = 0; done < count; done += Block.PART) {
            int now = Math.min(Block.PART, count - done);
            for (int path = 0; path < gains.length; path++) {
                double start = lead - (reception.arrival + reception.delay[path]) * sampleRate;
                delay(envelope, from + done, now, start, reception.drift);
                gains[path].make(from + done, now, gainRe, gainIm);
                kernels.mix().addProduct(gainRe, gainIm, delayedRe, delayedIm, now, yRe, yIm, done);
            }
        }
        Arrays.fill(yRe, count, yRe.length, 0);
        Arrays.fill(yIm, count, yIm.length, 0);
        // before the amplitude, whose square a float may not hold
        state.power += kernels.mix().power(yRe, yIm, count);
        rotate(index, receiver, reception, state, from, count, yRe, yIm);
        if (from == 0) {
            firstGains(state);
        }
    }

    /** The envelope as it is at samples {@code n … n + count − 1} of a path. */
    private void delay(Envelope x, int n, int count, double start, double drift) {
        Arrays.fill(delayedRe, 0);
        Arrays.fill(delayedIm, 0);
        for (int done = 0; done < count; done += Block.STEP) {
            double offset = 2 * Math.fma(n + done + Block.STEP / 2, drift, start);
            double whole = Math.floor(offset);
            FractionalDelay.taps(offset - whole, taps);
            long half = 2L * (n + done) + (long) whole - FractionalDelay.BEFORE;
            int i = (int) ((half >> 1) - x.origin());
            if ((half & 1) == 0) {
                filter(x.re, x.midRe, i, i, delayedRe, done);
                filter(x.im, x.midIm, i, i, delayedIm, done);
            } else {
                filter(x.midRe, x.re, i, i + 1, delayedRe, done);
                filter(x.midIm, x.im, i, i + 1, delayedIm, done);
            }
        }
    }

    private void filter(float[] a, float[] b, int aAt, int bAt, float[] y, int at) {
        kernels.filters().add(a, aAt, b, bAt, taps, 0, y, at);
    }

    private void firstGains(State state) {
        for (int path = 0; path < gains.length; path++) {
            gains[path].make(0, 1, gainRe, gainIm);
            state.gainRe[path] = gainRe[0];
            state.gainIm[path] = gainIm[0];
        }
    }

    private void rotate(
            long index, int receiver, Reception reception, State state, int from, int count, float[] yRe, float[] yIm) {
        if (phaseNoise) {
            Ramp.make(reception.carrierPhase + from * reception.carrierStep, reception.carrierStep, count, turns);
            wander(index, receiver, reception, state, from, count);
            kernels.phasors().make(turns, count, reception.amplitude, gainRe, gainIm, 0);
            kernels.mix().multiply(gainRe, gainIm, count, yRe, yIm);
        } else {
            carrier.turn(from, count, yRe, yIm);
        }
    }

    /** Increments 2j, 2j + 1 are the real and the imaginary part of complex number j. */
    private void wander(long index, int receiver, Reception reception, State state, int from, int count) {
        int pairs = (count + 1) / 2;
        kernels.draws().pairs(index, 0, Streams.PHASE_NOISE + receiver, from / 4, pairs, radii, angles);
        Arrays.fill(gainRe, 0, pairs, 0);
        Arrays.fill(gainIm, 0, pairs, 0);
        kernels.normals().add(radii, angles, pairs, reception.phaseNoise, gainRe, gainIm, 0);
        int sum = state.wander;
        for (int j = 0; j < count; j++) {
            turns[j] += sum;
            // by way of a long, so that whole turns drop out
            sum += (int) (long) (j % 2 == 0 ? gainRe[j / 2] : gainIm[j / 2]);
        }
        state.wander = sum;
    }

    /** What is carried from block to block of a receiver's signal. */
    public static final class State {
        /** Σ |y|² so far over the received power. */
        public double power;
        /** Each path's gain at sample 0. */
        public final float[] gainRe;
        /** Imaginary part. */
        public final float[] gainIm;

        int wander;

        /** For that many paths. */
        public State(int paths) {
            gainRe = new float[paths];
            gainIm = new float[paths];
        }

        /** At sample 0. */
        public void reset() {
            power = 0;
            wander = 0;
        }
    }
}
