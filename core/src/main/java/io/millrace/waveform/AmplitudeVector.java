package io.millrace.waveform;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.math.ExpVector;
import jdk.incubator.vector.DoubleVector;

/** {@link AmplitudeScalar} over lanes of bins. */
final class AmplitudeVector implements AmplitudeKernel {
    @Override
    public void series(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] a = signal.seriesAmplitude;
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector u = DoubleVector.fromArray(DOUBLE, grid.third, bin);
            DoubleVector p = u.fma(a[9], a[8]);
            p = p.fma(u, u.broadcast(a[7]));
            p = p.fma(u, u.broadcast(a[6]));
            p = p.fma(u, u.broadcast(a[5]));
            p = p.fma(u, u.broadcast(a[4]));
            p = p.fma(u, u.broadcast(a[3]));
            p = p.fma(u, u.broadcast(a[2]));
            p = p.fma(u, u.broadcast(a[1]));
            p = p.fma(u, u.broadcast(a[0]));
            p.mul(DoubleVector.fromArray(DOUBLE, grid.amplitude, bin)).intoArray(out, bin - base);
        }
    }

    @Override
    public void middle(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] b = signal.middleAmplitude;
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector f = DoubleVector.fromArray(DOUBLE, grid.f, bin);
            DoubleVector p = f.fma(b[4], b[3]);
            p = p.fma(f, f.broadcast(b[2]));
            p = p.fma(f, f.broadcast(b[1]));
            p = p.fma(f, f.broadcast(b[0]));
            p.mul(DoubleVector.fromArray(DOUBLE, grid.amplitude, bin)).intoArray(out, bin - base);
        }
    }

    @Override
    public void ring(Grid grid, Signal signal, int from, int to, double[] out, int base) {
        double[] c = signal.ringAmplitude;
        decay(grid.f, c[2], c[1], from, to, out, base);
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector y = DoubleVector.fromArray(DOUBLE, grid.f, bin).fma(c[4], c[3]);
            DoubleVector.fromArray(DOUBLE, out, bin - base)
                    .mul(DoubleVector.fromArray(DOUBLE, grid.amplitude, bin))
                    .mul(c[0])
                    .div(y.fma(y, y.broadcast(1)))
                    .intoArray(out, bin - base);
        }
    }

    private static void decay(double[] f, double slope, double start, int from, int to, double[] out, int base) {
        for (int bin = from; bin < to; bin += DOUBLE.length()) {
            DoubleVector x = DoubleVector.fromArray(DOUBLE, f, bin).fma(slope, start);
            ExpVector.exp(x).intoArray(out, bin - base);
        }
    }
}
