package io.millrace.waveform.detector;

import io.millrace.math.Turns;

/** The reference. */
final class ProjectionScalar implements ProjectionKernel {
    ProjectionScalar() {}

    @Override
    public void turn(double[] frequencies, int from, int count, double tau, double[] sin, double[] cos) {
        for (int i = 0; i < count; i++) {
            double f = frequencies[from + i];
            double product = f * tau;
            double error = Math.fma(f, tau, -product);
            double turns = product - ((product + ROUNDER) - ROUNDER) + error;
            sin[i] = Turns.sinOf(turns);
            cos[i] = Turns.cosOf(turns);
        }
    }

    @Override
    public void strain(
            double[] plus,
            double[] cross,
            double fPlus,
            double fCross,
            double[] sin,
            double[] cos,
            double[] scale,
            int from,
            int count,
            double[] out) {
        for (int i = 0; i < count; i++) {
            double re = Math.fma(cross[2 * i], fCross, plus[2 * i] * fPlus);
            double im = Math.fma(cross[2 * i + 1], fCross, plus[2 * i + 1] * fPlus);
            double c = cos[i] * scale[from + i];
            double s = sin[i] * scale[from + i];
            out[2 * i] = Math.fma(im, s, re * c);
            out[2 * i + 1] = Math.fma(re, -s, im * c);
        }
    }

    @Override
    public void addNoise(double[] normals, double[] sigma, int from, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[2 * i] = Math.fma(normals[2 * i], sigma[from + i], out[2 * i]);
            out[2 * i + 1] = Math.fma(normals[2 * i + 1], sigma[from + i], out[2 * i + 1]);
        }
    }
}
