package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link DoubleHalvesScalar} over lanes: of signals where they fill whole vectors, of k where there is one; other numbers of signals gain nothing. */
final class DoubleHalvesVector implements Halves<double[]> {
    private static final int LANES = DOUBLE.length();
    private static final VectorShuffle<Double> REVERSED = VectorShuffle.fromOp(DOUBLE, lane -> LANES - 1 - lane);

    private final DoubleHalvesScalar scalar;
    private final int half;
    private final int signals;
    private final double[] cos;
    private final double[] sin;

    DoubleHalvesVector(int half, int signals, Precision<double[]> precision) {
        scalar = new DoubleHalvesScalar(half, signals, precision);
        this.half = half;
        this.signals = signals;
        cos = precision.rounded().apply(Root.cosines(Root.first(half, 2 * half)));
        sin = precision.rounded().apply(Root.sines(Root.first(half, 2 * half)));
    }

    @Override
    public void spectrum(double[] re, double[] im, int at) {
        scalar.spectrumEnds(re, im, at);
        int pairs = (half + 1) / 2;
        if (signals == 1) {
            int whole = (pairs - 1) / LANES * LANES;
            spectrumReversed(whole, re, im, at);
            for (int k = 1 + whole; k < pairs; k++) {
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

    private void spectrum(int k, double[] re, double[] im, int at) {
        DoubleVector c = DoubleVector.broadcast(DOUBLE, cos[k]);
        DoubleVector s = DoubleVector.broadcast(DOUBLE, sin[k]);
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p += LANES, q += LANES) {
            DoubleVector pRe = DoubleVector.fromArray(DOUBLE, re, p);
            DoubleVector pIm = DoubleVector.fromArray(DOUBLE, im, p);
            DoubleVector qRe = DoubleVector.fromArray(DOUBLE, re, q);
            DoubleVector qIm = DoubleVector.fromArray(DOUBLE, im, q);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = qRe.sub(pRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = s.fma(minusRe, c.mul(minusIm));
            DoubleVector turnedIm = c.fma(minusRe, s.mul(minusIm).neg());
            sumRe.add(turnedRe).mul(0.5).intoArray(re, p);
            turnedIm.add(sumIm).mul(0.5).intoArray(im, p);
            sumRe.sub(turnedRe).mul(0.5).intoArray(re, q);
            turnedIm.sub(sumIm).mul(0.5).intoArray(im, q);
        }
    }

    /** Of 0 &lt; k ≤ count, and of m − k, which descend. */
    private void spectrumReversed(int count, double[] re, double[] im, int at) {
        int p = at + 1;
        int q = at + half - LANES;
        for (int i = 0; i < count; i += LANES) {
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, 1 + i);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, 1 + i);
            DoubleVector pRe = DoubleVector.fromArray(DOUBLE, re, p + i);
            DoubleVector pIm = DoubleVector.fromArray(DOUBLE, im, p + i);
            DoubleVector qRe = DoubleVector.fromArray(DOUBLE, re, q - i).rearrange(REVERSED);
            DoubleVector qIm = DoubleVector.fromArray(DOUBLE, im, q - i).rearrange(REVERSED);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = qRe.sub(pRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = s.fma(minusRe, c.mul(minusIm));
            DoubleVector turnedIm = c.fma(minusRe, s.mul(minusIm).neg());
            sumRe.add(turnedRe).mul(0.5).intoArray(re, p + i);
            turnedIm.add(sumIm).mul(0.5).intoArray(im, p + i);
            sumRe.sub(turnedRe).mul(0.5).rearrange(REVERSED).intoArray(re, q - i);
            turnedIm.sub(sumIm).mul(0.5).rearrange(REVERSED).intoArray(im, q - i);
        }
    }

    @Override
    public void signal(double[] re, double[] im, int at) {
        scalar.signalEnds(re, im, at);
        int pairs = (half + 1) / 2;
        if (signals == 1) {
            int whole = (pairs - 1) / LANES * LANES;
            signalReversed(whole, re, im, at);
            for (int k = 1 + whole; k < pairs; k++) {
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

    private void signal(int k, double[] re, double[] im, int at) {
        DoubleVector c = DoubleVector.broadcast(DOUBLE, cos[k]);
        DoubleVector s = DoubleVector.broadcast(DOUBLE, sin[k]);
        int q = at + (half - k) * signals;
        for (int p = at + k * signals; p < at + (k + 1) * signals; p += LANES, q += LANES) {
            DoubleVector pRe = DoubleVector.fromArray(DOUBLE, re, p);
            DoubleVector pIm = DoubleVector.fromArray(DOUBLE, im, p);
            DoubleVector qRe = DoubleVector.fromArray(DOUBLE, re, q);
            DoubleVector qIm = DoubleVector.fromArray(DOUBLE, im, q);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = pRe.sub(qRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = c.fma(minusRe, s.mul(minusIm).neg());
            DoubleVector turnedIm = s.fma(minusRe, c.mul(minusIm));
            sumRe.sub(turnedIm).intoArray(re, p);
            turnedRe.add(sumIm).intoArray(im, p);
            sumRe.add(turnedIm).intoArray(re, q);
            turnedRe.sub(sumIm).intoArray(im, q);
        }
    }

    /** As {@link #spectrumReversed}. */
    private void signalReversed(int count, double[] re, double[] im, int at) {
        int p = at + 1;
        int q = at + half - LANES;
        for (int i = 0; i < count; i += LANES) {
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, 1 + i);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, 1 + i);
            DoubleVector pRe = DoubleVector.fromArray(DOUBLE, re, p + i);
            DoubleVector pIm = DoubleVector.fromArray(DOUBLE, im, p + i);
            DoubleVector qRe = DoubleVector.fromArray(DOUBLE, re, q - i).rearrange(REVERSED);
            DoubleVector qIm = DoubleVector.fromArray(DOUBLE, im, q - i).rearrange(REVERSED);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = pRe.sub(qRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = c.fma(minusRe, s.mul(minusIm).neg());
            DoubleVector turnedIm = s.fma(minusRe, c.mul(minusIm));
            sumRe.sub(turnedIm).intoArray(re, p + i);
            turnedRe.add(sumIm).intoArray(im, p + i);
            sumRe.add(turnedIm).rearrange(REVERSED).intoArray(re, q - i);
            turnedRe.sub(sumIm).rearrange(REVERSED).intoArray(im, q - i);
        }
    }
}
