package io.millrace.pde.volume;

import io.millrace.math.Exp;
import io.millrace.math.Log;

/** The reference. */
final class SorptionScalar implements SorptionKernel {
    @Override
    public void storage(
            double[] u,
            double[] capacity,
            double[] exponent,
            double[] least,
            double[] power,
            double[] stored,
            double[] slope,
            int count) {
        for (int e = 0; e < count; e++) {
            double x = u[e] > 0 ? u[e] : 0;
            double shifted = x + Sorption.EPSILON;
            double p = Exp.exp(exponent[e] * Log.log(shifted));
            double r = Math.fma(capacity[e] * exponent[e], p / shifted, 1);
            slope[e] = r;
            stored[e] = Math.fma(u[e] - x, r, Math.fma(capacity[e], p - least[e], x));
        }
    }

    @Override
    public void spread(double[] u, double[] ratio, double[] base, double[] to, int trajectories, int cells) {
        spread(u, ratio, base, to, trajectories, trajectories, (cells - 1) * trajectories);
    }

    static void spread(double[] u, double[] ratio, double[] base, double[] to, int trajectories, int from, int until) {
        for (int e = from; e < until; e++) {
            double bent = Math.fma(-2, u[e], u[e - trajectories] + u[e + trajectories]);
            to[e] = Math.fma(ratio[e], bent, base[e]);
        }
    }

    @Override
    public void correct(
            double[] u,
            double[] slope,
            double[] ratio,
            double[] target,
            double[] stored,
            double[] upper,
            int trajectories,
            int cells) {
        for (int b = 0; b < trajectories; b++) {
            correct(u, slope, ratio, target, stored, upper, trajectories, cells, b);
        }
    }

    static void correct(
            double[] u,
            double[] slope,
            double[] ratio,
            double[] target,
            double[] stored,
            double[] upper,
            int trajectories,
            int cells,
            int b) {
        double above = 0;
        double known = 0;
        int last = (cells - 1) * trajectories + b;
        for (int e = b; e <= last; e += trajectories) {
            double a = ratio[e];
            double pivot = 1 / Math.fma(-a, above, Math.fma(2, a, slope[e]));
            above = a * pivot;
            known = Math.fma(a, known, target[e] - stored[e]) * pivot;
            upper[e] = above;
            target[e] = known;
        }
        double delta = 0;
        for (int e = last; e >= 0; e -= trajectories) {
            delta = Math.fma(upper[e], delta, target[e]);
            u[e] += delta;
        }
    }
}
