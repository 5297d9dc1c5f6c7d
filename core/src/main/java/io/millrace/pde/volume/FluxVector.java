package io.millrace.pde.volume;

import static io.millrace.simd.Species.DOUBLE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;

/** {@link FluxScalar} over lanes of cells; what is left beyond whole vectors is done one by one. */
final class FluxVector implements FluxKernel {
    private static final int LANES = DOUBLE.length();

    @Override
    public void fluxes(double[] u, double[] half, double gradient, int cells, double[] flux) {
        slopes(u, half, cells + 2);
        int whole = (cells + 1) - (cells + 1) % LANES;
        DoubleVector zero = DoubleVector.zero(DOUBLE);
        for (int j = 0; j < whole; j += LANES) {
            int e = GHOSTS + j;
            DoubleVector before = DoubleVector.fromArray(DOUBLE, u, e - 1);
            DoubleVector after = DoubleVector.fromArray(DOUBLE, u, e);
            DoubleVector left = before.add(DoubleVector.fromArray(DOUBLE, half, e - 1));
            DoubleVector right = after.sub(DoubleVector.fromArray(DOUBLE, half, e));
            DoubleVector out = zero.blend(left.mul(0.5).mul(left), left.compare(GT, 0));
            DoubleVector in = zero.blend(right.mul(0.5).mul(right), right.compare(LT, 0));
            DoubleVector godunov = in.blend(out, out.compare(GT, in));
            after.sub(before)
                    .fma(DoubleVector.broadcast(DOUBLE, -gradient), godunov)
                    .intoArray(flux, j);
        }
        FluxScalar.fluxes(u, half, gradient, whole, cells + 1, flux);
    }

    private static void slopes(double[] u, double[] half, int count) {
        int whole = count - count % LANES;
        DoubleVector zero = DoubleVector.zero(DOUBLE);
        for (int j = 0; j < whole; j += LANES) {
            int e = GHOSTS - 1 + j;
            DoubleVector here = DoubleVector.fromArray(DOUBLE, u, e);
            DoubleVector a = here.sub(DoubleVector.fromArray(DOUBLE, u, e - 1));
            DoubleVector b = DoubleVector.fromArray(DOUBLE, u, e + 1).sub(here);
            DoubleVector product = a.mul(b);
            zero.blend(product.div(a.add(b)), product.compare(GT, 0)).intoArray(half, e);
        }
        FluxScalar.slopes(u, half, GHOSTS - 1 + whole, GHOSTS - 1 + count);
    }

    @Override
    public void advance(double[] first, double keep, double[] u, double ratio, double[] flux, int cells, double[] to) {
        int whole = cells - cells % LANES;
        DoubleVector kept = DoubleVector.broadcast(DOUBLE, keep);
        DoubleVector step = DoubleVector.broadcast(DOUBLE, -ratio);
        for (int j = 0; j < whole; j += LANES) {
            int e = GHOSTS + j;
            DoubleVector moved = DoubleVector.fromArray(DOUBLE, flux, j + 1)
                    .sub(DoubleVector.fromArray(DOUBLE, flux, j))
                    .fma(step, DoubleVector.fromArray(DOUBLE, u, e));
            DoubleVector.fromArray(DOUBLE, first, e)
                    .fma(kept, moved.mul(1 - keep))
                    .intoArray(to, e);
        }
        FluxScalar.advance(first, keep, u, ratio, flux, whole, cells, to);
    }
}
