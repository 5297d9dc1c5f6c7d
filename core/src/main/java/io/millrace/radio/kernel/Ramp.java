package io.millrace.radio.kernel;

/** Phases that grow evenly, in 2⁻³² turns. Class: exact. */
public final class Ramp {
    private Ramp() {}

    /** The 64-bit fraction of a turn that a frequency advances in one sample; negative ones wrap. */
    public static long step(double hertz, double sampleRate) {
        return Math.round(hertz / sampleRate * 0x1p62) << 2;
    }

    /** A uniform double in [0, 1) as a 64-bit fraction of a turn. */
    public static long turn(double u) {
        return (long) (u * 0x1p53) << 11;
    }

    /**
     * {@code out[j] = ⌊start/2³²⌋ + j·⌊step/2³²⌉}, j below {@code count}: exact at the beginning, off by up to j·2⁻³³ turns later, so
     * begin anew at each block.
     */
    public static void make(long start, long step, int count, int[] out) {
        int first = (int) (start >>> 32);
        int each = (int) ((step + (1L << 31)) >>> 32);
        for (int j = 0; j < count; j++) {
            out[j] = first + j * each;
        }
    }
}
