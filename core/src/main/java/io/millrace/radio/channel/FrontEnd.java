package io.millrace.radio.channel;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;

/**
 * What a receiver adds: thermal noise, imbalance of I and Q, an offset, its converter. One thread's. Class: reproducible.
 */
public final class FrontEnd {
    private final Channel.Receiver receiver;
    private final SampleKernels kernels;
    private final int[] radii = new int[Block.PART + Block.SLACK];
    private final int[] angles = new int[Block.PART + Block.SLACK];

    /** Of receivers of that kind. */
    public FrontEnd(Channel.Receiver receiver, SampleKernels kernels) {
        this.receiver = receiver;
        this.kernels = kernels;
    }

    /** Changes a block's samples from what the antenna got to what the converter gives. */
    public void apply(long index, int number, Reception reception, int from, int count, float[] yRe, float[] yIm) {
        if (receiver.noise()) {
            addNoise(index, number, reception, from, count, yRe, yIm);
        }
        if (receiver.impaired()) {
            imbalance(reception, count, yRe, yIm);
        }
        if (receiver.bits() > 0) {
            convert(reception.quantum, count, yRe);
            convert(reception.quantum, count, yIm);
        }
    }

    private void addNoise(long index, int number, Reception reception, int from, int count, float[] yRe, float[] yIm) {
        for (int done = 0; done < count; done += Block.PART) {
            int now = Math.min(Block.PART, count - done);
            kernels.draws().pairs(index, 0, Streams.NOISE + number, (from + done) / 2, now, radii, angles);
            kernels.normals().add(radii, angles, now, reception.noise, yRe, yIm, done);
        }
    }

    /** y' = μy + νy* + DC. */
    private static void imbalance(Reception r, int count, float[] yRe, float[] yIm) {
        float sameRe = r.muRe + r.nuRe;
        float crossRe = r.nuIm - r.muIm;
        float crossIm = r.muIm + r.nuIm;
        float sameIm = r.muRe - r.nuRe;
        for (int j = 0; j < count; j++) {
            float re = yRe[j];
            float im = yIm[j];
            yRe[j] = Math.fma(sameRe, re, Math.fma(crossRe, im, r.dcRe));
            yIm[j] = Math.fma(crossIm, re, Math.fma(sameIm, im, r.dcIm));
        }
    }

    /**
     * Levels (k + ½)·quantum, k from −2^{bits−1} to 2^{bits−1} − 1: the nearest, so that what reaches full scale on either side is
     * not clipped, and one bit is the sign.
     */
    private void convert(float quantum, int count, float[] y) {
        double least = -StrictMath.pow(2, receiver.bits() - 1);
        double most = -least - 1;
        for (int j = 0; j < count; j++) {
            double level = Math.floor((double) y[j] / quantum);
            level = level < least ? least : level;
            level = level > most ? most : level;
            y[j] = (float) ((level + 0.5) * quantum);
        }
    }
}
