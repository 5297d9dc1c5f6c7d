package io.millrace.waveform;

import io.millrace.math.Exp;

/** The reference for {@link AmplitudeKernel}. */
final class AmplitudeScalar implements AmplitudeKernel {
    @Override
    public void series(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] a = signal.seriesAmplitude;
        for (int bin = from; bin < to; bin++) {
            double u = grid.third[bin];
            double p = a[9];
            for (int n = 8; n >= 0; n--) {
                p = Math.fma(p, u, a[n]);
            }
            out[bin - base] = p * grid.amplitude[bin];
        }
    }

    @Override
    public void middle(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] b = signal.middleAmplitude;
        for (int bin = from; bin < to; bin++) {
            double f = grid.f[bin];
            double p = b[4];
            for (int n = 3; n >= 0; n--) {
                p = Math.fma(p, f, b[n]);
            }
            out[bin - base] = p * grid.amplitude[bin];
        }
    }

    @Override
    public void ring(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] c = signal.ringAmplitude;
        for (int bin = from; bin < to; bin++) {
            double f = grid.f[bin];
            double decay = Exp.exp(Math.fma(f, c[2], c[1]));
            double y = Math.fma(f, c[4], c[3]);
            out[bin - base] = decay * grid.amplitude[bin] * c[0] / Math.fma(y, y, 1);
        }
    }
}
