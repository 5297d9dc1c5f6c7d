package io.millrace.radio.channel;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.DelayKernel;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.Oscillator;
import io.millrace.radio.kernel.Ramp;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Draws;
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
    private final float[] taps = new float[DelayKernel.TAPS];
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
     * @param xRe the envelope; element 0 is sample {@code origin} of it
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
            float[] xRe,
            float[] xIm,
            long origin,
            long lead,
            float[] yRe,
            float[] yIm) {
        Arrays.fill(yRe, 0);
        Arrays.fill(yIm, 0);
        for (int path = 0; path < gains.length; path++) {
            gains[path].make(from, count, gainRe, gainIm);
            double start = lead - (reception.arrival + reception.delay[path]) * sampleRate;
            for (int done = 0; done < count; done += Block.STEP) {
                int middle = from + done + Block.STEP / 2;
                double offset = Math.fma(middle, reception.drift, start);
                double whole = Math.floor(offset);
                FractionalDelay.taps(offset - whole, taps);
                int at = (int) (from + done + (long) whole - FractionalDelay.BEFORE - origin);
                kernels.delays().add(xRe, xIm, at, taps, gainRe, gainIm, yRe, yIm, done);
            }
        }
        rotate(index, receiver, reception, state, from, count, yRe, yIm);
        Arrays.fill(yRe, count, yRe.length, 0);
        Arrays.fill(yIm, count, yIm.length, 0);
        state.power += kernels.mix().power(yRe, yIm, count);
        if (from == 0) {
            firstGains(state);
        }
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
        } else {
            carrier.make(from, count, gainRe, gainIm);
        }
        kernels.mix().multiply(gainRe, gainIm, count, yRe, yIm);
    }

    /** Increment 2j is the first normal number of pair j, 2j + 1 the second, of a block's 512 pairs. */
    private void wander(long index, int receiver, Reception reception, State state, int from, int count) {
        int pairs = (count + 1) / 2;
        int block = from / Block.LENGTH * (Block.LENGTH / 4);
        int blocks = Draws.blocks(pairs);
        kernels.draws().words(index, 1, 0, Streams.PHASE_NOISE + receiver, block, blocks, radii);
        kernels.draws().words(index, 1, 0, Streams.PHASE_NOISE + receiver, block + Block.LENGTH / 8, blocks, angles);
        kernels.normals().make(radii, angles, pairs, gainRe, gainIm);
        int sum = state.wander;
        for (int j = 0; j < count; j++) {
            float normal = j % 2 == 0 ? gainRe[j / 2] : gainIm[j / 2];
            turns[j] += sum;
            // by way of a long, so that whole turns drop out
            sum += (int) (long) (normal * reception.phaseNoise);
        }
        state.wander = sum;
    }

    /** What is carried from block to block of a receiver's signal. */
    public static final class State {
        /** Σ |y|² so far, mW. */
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
