package io.millrace.causal.kernel;

import io.millrace.math.Exp;
import io.millrace.math.Log;
import io.millrace.math.Turns;

/** The reference. */
final class NoiseScalar implements NoiseKernel {
    static final float ROOT_3 = (float) Math.sqrt(3);
    static final float ROOT_HALF = (float) Math.sqrt(0.5);
    /** Euler's γ, the mean of the Gumbel law. */
    static final float EULER = 0.5772157f;
    /** √6/π, over its standard deviation. */
    static final float GUMBEL = (float) (Math.sqrt(6) / Math.PI);

    static final float BELOW_1 = 1 - 0x1p-24f;

    @Override
    public void uniform(int[] words, int at, int count, float scale, float[] out) {
        float half = scale * ROOT_3;
        for (int r = at; r < at + count; r++) {
            out[r] = half * Math.fma((words[r] >>> 8) * 0x1p-24f, 2f, -1f);
        }
    }

    @Override
    public void exponential(int[] words, int at, int count, float scale, float[] out) {
        for (int r = at; r < at + count; r++) {
            out[r] = scale * (-Log.log(unit(words[r])) - 1);
        }
    }

    @Override
    public void gumbel(int[] words, int at, int count, float scale, float[] out) {
        float factor = scale * GUMBEL;
        for (int r = at; r < at + count; r++) {
            float v = unit(words[r]);
            v = v > BELOW_1 ? BELOW_1 : v;
            float rest = 1 - v;
            float lost = 1 - rest;
            float e = lost == 0 ? v : -Log.log(rest) * v / lost;
            out[r] = factor * (-Log.log(e) - EULER);
        }
    }

    @Override
    public void laplace(int[] words, int at, int count, float scale, float[] out) {
        float factor = scale * ROOT_HALF;
        for (int r = at; r < at + count; r++) {
            float e = factor * -Log.log(unit(words[r]));
            out[r] = (words[r] & 1) == 0 ? e : -e;
        }
    }

    @Override
    public void student(int[] words, int[] turns, int at, int count, double freedom, float scale, float[] out) {
        float power = (float) (-2 / freedom);
        float factor = (float) (freedom - 2);
        for (int r = at; r < at + count; r++) {
            float grown = Exp.exp(power * Log.log(unit(words[r])));
            out[r] = scale * (float) Math.sqrt(factor * (grown - 1)) * Turns.cos(turns[r]);
        }
    }

    @Override
    public void upper(int[] words, int at, int count, float[] out) {
        for (int r = at; r < at + count; r++) {
            out[r] = unit(words[r]);
        }
    }

    private static float unit(int word) {
        return Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
    }

    @Override
    public void scale(float[] x, int at, int count, float scale) {
        for (int r = at; r < at + count; r++) {
            x[r] *= scale;
        }
    }

    @Override
    public void add(float[] noise, int at, int count, float[] x, int to) {
        for (int r = 0; r < count; r++) {
            x[to + r] += noise[at + r];
        }
    }

    @Override
    public void spread(float[] noise, int at, int count, float[] out, int to) {
        for (int r = 0; r < count; r++) {
            out[to + r] = noise[at + r] * Smooth.spread(out[to + r]);
        }
    }
}
