package io.millrace.waveform;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.math.InverseTrigVector;
import jdk.incubator.vector.DoubleVector;

/** {@link PhaseScalar} over lanes of bins. */
final class PhaseVector implements PhaseKernel {
    @Override
    public void series(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] s = signal.seriesPhase;
        double[] l = signal.seriesLog;
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector u = DoubleVector.fromArray(DOUBLE, grid.third, bin);
            DoubleVector p = u.fma(s[11], s[10]);
            p = p.fma(u, u.broadcast(s[9]));
            p = p.fma(u, u.broadcast(s[8]));
            p = p.fma(u, u.broadcast(s[7]));
            p = p.fma(u, u.broadcast(s[6]));
            p = p.fma(u, u.broadcast(s[5]));
            p = p.fma(u, u.broadcast(s[4]));
            p = p.fma(u, u.broadcast(s[3]));
            p = p.fma(u, u.broadcast(s[2]));
            p = p.fma(u, u.broadcast(s[1]));
            p = p.fma(u, u.broadcast(s[0]));
            DoubleVector log = DoubleVector.fromArray(DOUBLE, grid.log, bin).mul(u.fma(l[1], l[0]));
            p.fma(DoubleVector.fromArray(DOUBLE, grid.minusFiveThirds, bin), log)
                    .intoArray(out, bin - base);
        }
    }

    @Override
    public void middle(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] m = signal.middlePhase;
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector inverse = DoubleVector.fromArray(DOUBLE, grid.inverse, bin);
            DoubleVector p = DoubleVector.fromArray(DOUBLE, grid.f, bin).fma(m[1], m[0]);
            p = DoubleVector.fromArray(DOUBLE, grid.log, bin).fma(p.broadcast(m[2]), p);
            inverse.mul(inverse).mul(inverse).fma(p.broadcast(m[3]), p).intoArray(out, bin - base);
        }
    }

    @Override
    public void ring(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] r = signal.ringPhase;
        arc(grid.f, r[6], r[5], from, to, out, base);
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector p = DoubleVector.fromArray(DOUBLE, grid.f, bin).fma(r[1], r[0]);
            p = DoubleVector.fromArray(DOUBLE, grid.inverse, bin).fma(p.broadcast(r[2]), p);
            p = DoubleVector.fromArray(DOUBLE, grid.threeQuarters, bin).fma(p.broadcast(r[3]), p);
            DoubleVector.fromArray(DOUBLE, out, bin - base)
                    .fma(p.broadcast(r[4]), p)
                    .intoArray(out, bin - base);
        }
    }

    private static void arc(double[] f, double slope, double start, int from, int to, double[] out, int base) {
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector y = DoubleVector.fromArray(DOUBLE, f, bin).fma(slope, start);
            InverseTrigVector.atan(y).intoArray(out, bin - base);
        }
    }
}
