package io.millrace.waveform;

import io.millrace.math.InverseTrig;

/** The reference for {@link PhaseKernel}. */
final class PhaseScalar implements PhaseKernel {
    @Override
    public void series(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] s = signal.seriesPhase;
        double[] l = signal.seriesLog;
        for (int bin = from; bin < to; bin++) {
            double u = grid.third[bin];
            double p = s[11];
            for (int n = 10; n >= 0; n--) {
                p = Math.fma(p, u, s[n]);
            }
            out[bin - base] = Math.fma(p, grid.minusFiveThirds[bin], grid.log[bin] * Math.fma(u, l[1], l[0]));
        }
    }

    @Override
    public void middle(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] m = signal.middlePhase;
        for (int bin = from; bin < to; bin++) {
            double inverse = grid.inverse[bin];
            double p = Math.fma(grid.f[bin], m[1], m[0]);
            p = Math.fma(grid.log[bin], m[2], p);
            out[bin - base] = Math.fma(inverse * inverse * inverse, m[3], p);
        }
    }

    @Override
    public void ring(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] r = signal.ringPhase;
        for (int bin = from; bin < to; bin++) {
            double f = grid.f[bin];
            double arc = InverseTrig.atan(Math.fma(f, r[6], r[5]));
            double p = Math.fma(f, r[1], r[0]);
            p = Math.fma(grid.inverse[bin], r[2], p);
            p = Math.fma(grid.threeQuarters[bin], r[3], p);
            out[bin - base] = Math.fma(arc, r[4], p);
        }
    }
}
