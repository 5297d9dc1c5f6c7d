package io.millrace.causal.kernel;

import static io.millrace.causal.kernel.NoiseScalar.BELOW_1;
import static io.millrace.causal.kernel.NoiseScalar.EULER;
import static io.millrace.causal.kernel.NoiseScalar.GUMBEL;
import static io.millrace.causal.kernel.NoiseScalar.ROOT_3;
import static io.millrace.causal.kernel.NoiseScalar.ROOT_HALF;
import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.millrace.math.ExpVector;
import io.millrace.math.LogVector;
import io.millrace.math.TurnsVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link NoiseScalar} over lanes, one elementary function a loop, and a method for each loop: several in one are more than C2 inlines. */
final class NoiseVector implements NoiseKernel {
    private static final int LANES = FLOAT.length();
    private static final int QUARTER_TURN = 1 << 30;

    private float[] starts = {};

    @Override
    public void uniform(int[] words, int at, int count, float scale, float[] out) {
        float half = scale * ROOT_3;
        for (int r = at; r < at + count; r += LANES) {
            ((FloatVector) IntVector.fromArray(INT, words, r).lanewise(LSHR, 8).convert(I2F, 0))
                    .mul(0x1p-24f)
                    .fma(2f, -1f)
                    .mul(half)
                    .intoArray(out, r);
        }
    }

    @Override
    public void exponential(int[] words, int at, int count, float scale, float[] out) {
        upper(words, at, count, out);
        for (int r = at; r < at + count; r += LANES) {
            log(out, r).neg().sub(1).mul(scale).intoArray(out, r);
        }
    }

    @Override
    public void gumbel(int[] words, int at, int count, float scale, float[] out) {
        upper(words, at, count, out);
        exponentials(out, at, count);
        gumbel(out, at, count, scale * GUMBEL);
    }

    private static void gumbel(float[] out, int at, int count, float factor) {
        for (int r = at; r < at + count; r += LANES) {
            log(out, r).neg().sub(EULER).mul(factor).intoArray(out, r);
        }
    }

    private static void exponentials(float[] out, int at, int count) {
        for (int r = at; r < at + count; r += LANES) {
            FloatVector v = FloatVector.fromArray(FLOAT, out, r);
            v = v.blend(BELOW_1, v.compare(GT, BELOW_1));
            FloatVector rest = v.broadcast(1).sub(v);
            FloatVector lost = v.broadcast(1).sub(rest);
            LogVector.log(rest)
                    .neg()
                    .mul(v)
                    .div(lost)
                    .blend(v, lost.compare(EQ, 0))
                    .intoArray(out, r);
        }
    }

    @Override
    public void laplace(int[] words, int at, int count, float scale, float[] out) {
        upper(words, at, count, out);
        float factor = scale * ROOT_HALF;
        for (int r = at; r < at + count; r += LANES) {
            IntVector sign = IntVector.fromArray(INT, words, r).lanewise(LSHL, 31);
            log(out, r)
                    .neg()
                    .mul(factor)
                    .reinterpretAsInts()
                    .lanewise(XOR, sign)
                    .reinterpretAsFloats()
                    .intoArray(out, r);
        }
    }

    @Override
    public void student(int[] words, int[] turns, int at, int count, double freedom, float scale, float[] out) {
        upper(words, at, count, out);
        float power = (float) (-2 / freedom);
        float factor = (float) (freedom - 2);
        logarithms(out, at, count, power);
        radii(out, at, count, factor, scale);
        turn(turns, at, count, out);
    }

    private static void logarithms(float[] out, int at, int count, float factor) {
        for (int r = at; r < at + count; r += LANES) {
            log(out, r).mul(factor).intoArray(out, r);
        }
    }

    private static void radii(float[] out, int at, int count, float factor, float scale) {
        for (int r = at; r < at + count; r += LANES) {
            ExpVector.exp(FloatVector.fromArray(FLOAT, out, r))
                    .sub(1)
                    .mul(factor)
                    .sqrt()
                    .mul(scale)
                    .intoArray(out, r);
        }
    }

    private static void turn(int[] turns, int at, int count, float[] out) {
        for (int r = at; r < at + count; r += LANES) {
            IntVector angle = IntVector.fromArray(INT, turns, r).add(QUARTER_TURN);
            FloatVector.fromArray(FLOAT, out, r).mul(TurnsVector.sin(angle)).intoArray(out, r);
        }
    }

    private static FloatVector log(float[] x, int at) {
        return LogVector.log(FloatVector.fromArray(FLOAT, x, at));
    }

    @Override
    public void upper(int[] words, int at, int count, float[] out) {
        for (int r = at; r < at + count; r += LANES) {
            ((FloatVector) IntVector.fromArray(INT, words, r).lanewise(LSHR, 1).convert(I2F, 0))
                    .fma(0x1p-31f, 0x1p-32f)
                    .intoArray(out, r);
        }
    }

    @Override
    public void scale(float[] x, int at, int count, float scale) {
        for (int r = at; r < at + count; r += LANES) {
            FloatVector.fromArray(FLOAT, x, r).mul(scale).intoArray(x, r);
        }
    }

    @Override
    public void add(float[] noise, int at, int count, float[] x, int to) {
        for (int r = 0; r < count; r += LANES) {
            FloatVector.fromArray(FLOAT, x, to + r)
                    .add(FloatVector.fromArray(FLOAT, noise, at + r))
                    .intoArray(x, to + r);
        }
    }

    @Override
    public void spread(float[] noise, int at, int count, float[] out, int to) {
        if (starts.length < count) {
            starts = new float[count];
        }
        tails(out, to, count, starts);
        spread(noise, at, starts, count, out, to);
    }

    private static void spread(float[] noise, int at, float[] starts, int count, float[] out, int to) {
        for (int r = 0; r < count; r += LANES) {
            log(out, to + r)
                    .add(FloatVector.fromArray(FLOAT, starts, r))
                    .sqrt()
                    .mul(FloatVector.fromArray(FLOAT, noise, at + r))
                    .intoArray(out, to + r);
        }
    }

    /** max(z, 0) and 1 + e^−|z|. */
    private static void tails(float[] out, int at, int count, float[] starts) {
        for (int r = 0; r < count; r += LANES) {
            FloatVector z = FloatVector.fromArray(FLOAT, out, at + r);
            FloatVector.zero(FLOAT).blend(z, z.compare(GT, 0)).intoArray(starts, r);
            ExpVector.exp(z.abs().neg()).add(1).intoArray(out, at + r);
        }
    }
}
