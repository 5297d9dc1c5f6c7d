package io.millrace.fft;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link FloatHalvesScalar} over lanes: of signals where they fill whole vectors, of k where there is one; other numbers of signals gain nothing. */
final class FloatHalvesVector implements Halves<float[]> {
    private static final int LANES = FLOAT.length();
    private static final VectorShuffle<Float> REVERSED = VectorShuffle.fromOp(FLOAT, lane -> LANES - 1 - lane);

    private final FloatHalvesScalar scalar;
    private final int half;
    private final int signals;
    private final float[] cos;
    private final float[] sin;

    FloatHalvesVector(int half, int signals, Precision<float[]> precision) {
        scalar = new FloatHalvesScalar(half, signals, precision);
        this.half = half;
        this.signals = signals;
        cos = precision.rounded().apply(Root.cosines(Root.first(half, 2 * half)));
        sin = precision.rounded().apply(Root.sines(Root.first(half, 2 * half)));
    }

    @Override
    public void spectrum(float[] re, float[] im, int at) {
        scalar.spectrumEnds(re, im, at);
        int pairs = (half + 1) / 2;
        if (signals == 1) {
            int k = 1;
            for (; k + LANES <= pairs; k += LANES) {
                spectrumReversed(k, re, im, at + k, at + half - k - LANES + 1);
            }
            for (; k < pairs; k++) {
                scalar.spectrum(k, re, im, at);
            }
            return;
        }
        for (int k = 1; k < pairs; k++) {
            if (signals % LANES == 0) {
                spectrum(k, re, im, at);
            } else {
                scalar.spectrum(k, re, im, at);
            }
        }
    }

    private void spectrum(int k, float[] re, float[] im, int at) {
        FloatVector c = FloatVector.broadcast(FLOAT, cos[k]);
        FloatVector s = FloatVector.broadcast(FLOAT, sin[k]);
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p += LANES, q += LANES) {
            FloatVector pRe = FloatVector.fromArray(FLOAT, re, p);
            FloatVector pIm = FloatVector.fromArray(FLOAT, im, p);
            FloatVector qRe = FloatVector.fromArray(FLOAT, re, q);
            FloatVector qIm = FloatVector.fromArray(FLOAT, im, q);
            FloatVector sumRe = pRe.add(qRe);
            FloatVector sumIm = pIm.sub(qIm);
            FloatVector minusRe = qRe.sub(pRe);
            FloatVector minusIm = pIm.add(qIm);
            FloatVector turnedRe = s.fma(minusRe, c.mul(minusIm));
            FloatVector turnedIm = c.fma(minusRe, s.mul(minusIm).neg());
            sumRe.add(turnedRe).mul(0.5f).intoArray(re, p);
            turnedIm.add(sumIm).mul(0.5f).intoArray(im, p);
            sumRe.sub(turnedRe).mul(0.5f).intoArray(re, q);
            turnedIm.sub(sumIm).mul(0.5f).intoArray(im, q);
        }
    }

    /** Of k and those after it, which stand at p, and of m − k and those before it, the first of which stands at q. */
    private void spectrumReversed(int k, float[] re, float[] im, int p, int q) {
        FloatVector c = FloatVector.fromArray(FLOAT, cos, k);
        FloatVector s = FloatVector.fromArray(FLOAT, sin, k);
        FloatVector pRe = FloatVector.fromArray(FLOAT, re, p);
        FloatVector pIm = FloatVector.fromArray(FLOAT, im, p);
        FloatVector qRe = FloatVector.fromArray(FLOAT, re, q).rearrange(REVERSED);
        FloatVector qIm = FloatVector.fromArray(FLOAT, im, q).rearrange(REVERSED);
        FloatVector sumRe = pRe.add(qRe);
        FloatVector sumIm = pIm.sub(qIm);
        FloatVector minusRe = qRe.sub(pRe);
        FloatVector minusIm = pIm.add(qIm);
        FloatVector turnedRe = s.fma(minusRe, c.mul(minusIm));
        FloatVector turnedIm = c.fma(minusRe, s.mul(minusIm).neg());
        sumRe.add(turnedRe).mul(0.5f).intoArray(re, p);
        turnedIm.add(sumIm).mul(0.5f).intoArray(im, p);
        sumRe.sub(turnedRe).mul(0.5f).rearrange(REVERSED).intoArray(re, q);
        turnedIm.sub(sumIm).mul(0.5f).rearrange(REVERSED).intoArray(im, q);
    }

    @Override
    public void signal(float[] re, float[] im, int at) {
        scalar.signalEnds(re, im, at);
        int pairs = (half + 1) / 2;
        if (signals == 1) {
            int k = 1;
            for (; k + LANES <= pairs; k += LANES) {
                signalReversed(k, re, im, at + k, at + half - k - LANES + 1);
            }
            for (; k < pairs; k++) {
                scalar.signal(k, re, im, at);
            }
            return;
        }
        for (int k = 1; k < pairs; k++) {
            if (signals % LANES == 0) {
                signal(k, re, im, at);
            } else {
                scalar.signal(k, re, im, at);
            }
        }
    }

    private void signal(int k, float[] re, float[] im, int at) {
        FloatVector c = FloatVector.broadcast(FLOAT, cos[k]);
        FloatVector s = FloatVector.broadcast(FLOAT, sin[k]);
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p += LANES, q += LANES) {
            FloatVector pRe = FloatVector.fromArray(FLOAT, re, p);
            FloatVector pIm = FloatVector.fromArray(FLOAT, im, p);
            FloatVector qRe = FloatVector.fromArray(FLOAT, re, q);
            FloatVector qIm = FloatVector.fromArray(FLOAT, im, q);
            FloatVector sumRe = pRe.add(qRe);
            FloatVector sumIm = pIm.sub(qIm);
            FloatVector minusRe = pRe.sub(qRe);
            FloatVector minusIm = pIm.add(qIm);
            FloatVector turnedRe = c.fma(minusRe, s.mul(minusIm).neg());
            FloatVector turnedIm = s.fma(minusRe, c.mul(minusIm));
            sumRe.sub(turnedIm).intoArray(re, p);
            turnedRe.add(sumIm).intoArray(im, p);
            sumRe.add(turnedIm).intoArray(re, q);
            turnedRe.sub(sumIm).intoArray(im, q);
        }
    }

    /** As {@link #spectrumReversed}. */
    private void signalReversed(int k, float[] re, float[] im, int p, int q) {
        FloatVector c = FloatVector.fromArray(FLOAT, cos, k);
        FloatVector s = FloatVector.fromArray(FLOAT, sin, k);
        FloatVector pRe = FloatVector.fromArray(FLOAT, re, p);
        FloatVector pIm = FloatVector.fromArray(FLOAT, im, p);
        FloatVector qRe = FloatVector.fromArray(FLOAT, re, q).rearrange(REVERSED);
        FloatVector qIm = FloatVector.fromArray(FLOAT, im, q).rearrange(REVERSED);
        FloatVector sumRe = pRe.add(qRe);
        FloatVector sumIm = pIm.sub(qIm);
        FloatVector minusRe = pRe.sub(qRe);
        FloatVector minusIm = pIm.add(qIm);
        FloatVector turnedRe = c.fma(minusRe, s.mul(minusIm).neg());
        FloatVector turnedIm = s.fma(minusRe, c.mul(minusIm));
        sumRe.sub(turnedIm).intoArray(re, p);
        turnedRe.add(sumIm).intoArray(im, p);
        sumRe.add(turnedIm).rearrange(REVERSED).intoArray(re, q);
        turnedRe.sub(sumIm).rearrange(REVERSED).intoArray(im, q);
    }
}
