package io.millrace.math;

/** The reference. */
final class PhasorScalar implements PhasorKernel {
    /** (sin r − r)/r³ in r², |r| ≤ π/4: relative error of sin r 2⁻²⁸. */
    static final float S0 = -0x1.555546p-3f;

    static final float S1 = 0x1.110760p-7f;
    static final float S2 = -0x1.994e88p-13f;
    /** (cos r − 1)/r² in r²: relative error of cos r 2⁻³³. */
    static final float C0 = -0.5f;

    static final float C1 = 0x1.55553cp-5f;
    static final float C2 = -0x1.6c07f0p-10f;
    static final float C3 = 0x1.991672p-16f;
    /** An eighth of a turn: added, the two top bits are the nearest quarter turn. */
    static final int EIGHTH = 1 << 29;
    /** 2π·2⁻³⁴: what is left of a quarter turn has been shifted by two bits. */
    static final float REST = 0x1.921fb6p-32f;

    @Override
    public void make(int[] turns, int count, float radius, float[] re, float[] im, int at) {
        for (int k = 0; k < count; k++) {
            re[at + k] = radius * cosine(turns[k]);
            im[at + k] = radius * sine(turns[k]);
        }
    }

    static float sine(int turn) {
        return quarters(turn, turn + EIGHTH);
    }

    static float cosine(int turn) {
        return quarters(turn, turn + 3 * EIGHTH);
    }

    /** ±sin r or ±cos r, as the two top bits of {@code quarter} say, r what {@code turn} is off the nearest quarter turn. */
    private static float quarters(int turn, int quarter) {
        float r = (float) (turn << 2) * REST;
        float z = r * r;
        float v = (quarter >> 30 & 1) == 0
                ? Math.fma(z * r, Math.fma(z, Math.fma(z, S2, S1), S0), r)
                : Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, C3, C2), C1), C0), 1);
        return quarter < 0 ? -v : v;
    }
}
