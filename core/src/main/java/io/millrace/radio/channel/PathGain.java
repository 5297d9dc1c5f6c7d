package io.millrace.radio.channel;

import io.millrace.math.Turns;
import io.millrace.radio.kernel.CurveKernel;
import io.millrace.radio.kernel.SampleKernels;
import java.util.Arrays;

/**
 * One path's complex gain g[n] over a stretch of samples: level·h, h constant, or at {@link Nodes} and polynomials in between. One
 * thread's. Class: reproducible; sums over sinusoids and over a filter's taps are in ascending order.
 */
final class PathGain {
    /** Nodes that are made at once: scratch stays in the first-level cache. */
    private static final int GROUP = 256;

    private static final int PAD = 64;

    private final Channel channel;
    private final int path;
    private final SampleKernels kernels;
    private final Nodes nodes;
    private final float[] filter;
    private final int[] turns = new int[GROUP + PAD];
    private final float[] partRe = new float[GROUP + PAD];
    private final float[] partIm = new float[GROUP + PAD];
    private final Noise noise;
    private float[] hRe = {};
    private float[] hIm = {};
    private float[] curveRe = {};
    private float[] curveIm = {};
    private int firstInterval;
    private float constantRe;
    private float constantIm;

    PathGain(Channel channel, int path, Nodes nodes, float[] filter, SampleKernels kernels) {
        this.channel = channel;
        this.path = path;
        this.kernels = kernels;
        this.nodes = nodes;
        this.filter = filter;
        this.noise = filter == null ? null : new Noise(kernels, GROUP + filter.length);
    }

    /** Makes ready for samples {@code from … to − 1}, {@code from} a multiple of a block. */
    void prepare(long index, int receiver, Reception reception, int from, int to) {
        if (channel.fading() == Fading.NONE) {
            int turn = (int) (reception.phase[path] >>> 32);
            constantRe = reception.level[path] * Turns.cos(turn);
            constantIm = reception.level[path] * Turns.sin(turn);
            return;
        }
        firstInterval = from / nodes.spacing();
        int intervals = (to - 1) / nodes.spacing() - firstInterval + 1;
        int count = intervals + Nodes.SUPPORT - 1;
        if (hRe.length < count + PAD) {
            hRe = new float[count + PAD];
            hIm = new float[count + PAD];
            curveRe = new float[CurveKernel.COEFFICIENTS * intervals];
            curveIm = new float[CurveKernel.COEFFICIENTS * intervals];
        }
        for (int done = 0; done < count; done += GROUP) {
            int now = Math.min(GROUP, count - done);
            if (channel.scatter() == Scatter.SINUSOIDS) {
                sumSinusoids(reception, firstInterval + done, now, done);
            } else {
                filterNoise(index, receiver, firstInterval + done, now, done);
            }
            level(reception, firstInterval + done, now, done);
        }
        for (int q = 0; q < intervals; q++) {
            Nodes.polynomial(hRe, q, curveRe, CurveKernel.COEFFICIENTS * q);
            Nodes.polynomial(hIm, q, curveIm, CurveKernel.COEFFICIENTS * q);
        }
    }

    private void sumSinusoids(Reception reception, int node, int count, int at) {
        Arrays.fill(hRe, at, at + count, 0);
        Arrays.fill(hIm, at, at + count, 0);
        for (int n = 0; n < channel.sinusoids(); n++) {
            int sinusoid = path * channel.sinusoids() + n;
            phases(reception.sinusoidPhase[sinusoid], reception.sinusoidStep[sinusoid], node, count);
            kernels.phasors().make(turns, count, 1, partRe, partIm, 0);
            for (int c = 0; c < count; c++) {
                hRe[at + c] += partRe[c];
                hIm[at + c] += partIm[c];
            }
        }
        float scale = (float) (1 / Math.sqrt(channel.sinusoids()));
        for (int c = at; c < at + count; c++) {
            hRe[c] *= scale;
            hIm[c] *= scale;
        }
    }

    /** Exact phases: nodes are far apart. */
    private void phases(long phase, long step, int node, int count) {
        long first = phase + (node - Nodes.BEFORE) * step;
        for (int c = 0; c < count; c++) {
            turns[c] = (int) ((first + c * step) >>> 32);
        }
    }

    private void filterNoise(long index, int receiver, int node, int count, int at) {
        int stream = Streams.SCATTER + receiver * Channel.MOST_PATHS + path;
        noise.make(index, stream, nodes.still() ? 0 : node, count + filter.length - 1);
        for (int c = 0; c < count; c++) {
            float re = 0;
            float im = 0;
            int from = nodes.still() ? 0 : c;
            for (int k = 0; k < filter.length; k++) {
                re = Math.fma(filter[k], noise.re[from + k], re);
                im = Math.fma(filter[k], noise.im[from + k], im);
            }
            hRe[at + c] = re;
            hIm[at + c] = im;
        }
    }

    /** The first path's steady part, and each path's power. */
    private void level(Reception reception, int node, int count, int at) {
        float level = reception.level[path];
        if (path > 0 || reception.steady == 0) {
            for (int c = at; c < at + count; c++) {
                hRe[c] *= level;
                hIm[c] *= level;
            }
            return;
        }
        phases(reception.phase[path], reception.steadyStep, node, count);
        kernels.phasors().make(turns, count, reception.steady, partRe, partIm, 0);
        for (int c = 0; c < count; c++) {
            hRe[at + c] = level * Math.fma(reception.scattered, hRe[at + c], partRe[c]);
            hIm[at + c] = level * Math.fma(reception.scattered, hIm[at + c], partIm[c]);
        }
    }

    /** Writes g[from + j], j below {@code count}, of a block within what was prepared. */
    void make(int from, int count, float[] re, float[] im) {
        if (channel.fading() == Fading.NONE) {
            Arrays.fill(re, 0, count, constantRe);
            Arrays.fill(im, 0, count, constantIm);
            return;
        }
        int spacing = nodes.spacing();
        float step = 1f / spacing;
        for (int done = 0; done < count; ) {
            int n = from + done;
            int into = n % spacing;
            int now = Math.min(count - done, spacing - into);
            int at = CurveKernel.COEFFICIENTS * (n / spacing - firstInterval);
            kernels.curves().make(curveRe, at, into * step, step, now, re, done);
            kernels.curves().make(curveIm, at, into * step, step, now, im, done);
            done += now;
        }
    }

    /** White complex noise at nodes. */
    private static final class Noise {
        /** Of two unit normals, for a power of 1. */
        private static final float HALF = (float) Math.sqrt(0.5);

        final float[] re;
        final float[] im;
        private final SampleKernels kernels;
        private final int[] words;
        private final int[] radii;
        private final int[] angles;

        Noise(SampleKernels kernels, int most) {
            this.kernels = kernels;
            words = new int[2 * most + 2 * PAD];
            radii = new int[most + PAD];
            angles = new int[most + PAD];
            re = new float[most + PAD];
            im = new float[most + PAD];
        }

        /** Numbers {@code from … from + count − 1} of a stream. */
        void make(long index, int stream, int from, int count) {
            int block = from / 2;
            int skipped = 2 * (from % 2);
            kernels.draws().words(index, 1, 0, stream, block, (2 * count + skipped + 3) / 4, words);
            for (int i = 0; i < count; i++) {
                radii[i] = words[skipped + 2 * i];
                angles[i] = words[skipped + 2 * i + 1];
            }
            Arrays.fill(re, 0, count, 0);
            Arrays.fill(im, 0, count, 0);
            kernels.normals().add(radii, angles, count, HALF, re, im, 0);
        }
    }
}
