package io.millrace.pde.volume;

/** The reference. */
final class FluxScalar implements FluxKernel {
    @Override
    public void fluxes(double[] u, double[] half, double gradient, int cells, double[] flux) {
        slopes(u, half, GHOSTS - 1, GHOSTS + cells + 1);
        fluxes(u, half, gradient, 0, cells + 1, flux);
    }

    /** Half of van Leer's slope ab/(a + b) where the differences a and b to both neighbours have one sign, else 0. */
    static void slopes(double[] u, double[] half, int from, int to) {
        for (int e = from; e < to; e++) {
            double a = u[e] - u[e - 1];
            double b = u[e + 1] - u[e];
            double product = a * b;
            half[e] = product > 0 ? product / (a + b) : 0;
        }
    }

    static void fluxes(double[] u, double[] half, double gradient, int from, int to, double[] flux) {
        for (int j = from; j < to; j++) {
            int e = GHOSTS + j;
            double left = u[e - 1] + half[e - 1];
            double right = u[e] - half[e];
            double out = left > 0 ? 0.5 * left * left : 0;
            double in = right < 0 ? 0.5 * right * right : 0;
            double godunov = out > in ? out : in;
            flux[j] = Math.fma(-gradient, u[e] - u[e - 1], godunov);
        }
    }

    @Override
    public void advance(double[] first, double keep, double[] u, double ratio, double[] flux, int cells, double[] to) {
        advance(first, keep, u, ratio, flux, 0, cells, to);
    }

    static void advance(
            double[] first, double keep, double[] u, double ratio, double[] flux, int from, int cells, double[] to) {
        for (int j = from; j < cells; j++) {
            int e = GHOSTS + j;
            double moved = Math.fma(-ratio, flux[j + 1] - flux[j], u[e]);
            to[e] = Math.fma(keep, first[e], (1 - keep) * moved);
        }
    }
}
