package io.millrace.radio.signal;

/**
 * What a signal consists of, in words of 64 bits: a row for whoever makes the envelope elsewhere, such as on a device. Numbers that are no
 * integers are the bits of doubles. A modulation writes the columns that it has, see {@link Baseband#describe}.
 */
public enum SignalColumn {
    /** φ₀, the phase of sample 0 in 2⁻³² turns. */
    PHASE(1),
    /** u, the part of its symbol that has passed at sample 0, in 2⁻⁶⁴. */
    PART(1),
    /** ρ, symbols or sweeps a sample in 2⁻⁶⁴. */
    STEP(1),
    /** Bits of a symbol. */
    BITS(1),
    /** Symbols that a sample depends on, of frequency keying. */
    SPAN(1),
    /** ⌊h/2⌉ in 2⁻³² turns, of frequency keying. */
    HALF_INDEX(1),
    /** BT/2 in 2⁻²⁰, of a sweep. */
    SWEEP(1),
    /** N of orthogonal subcarriers. */
    SUBCARRIERS(1),
    /** L, samples of a symbol of orthogonal subcarriers without its prefix. */
    LENGTH(1),
    /** o, samples of symbol 0 and its prefix that have passed at sample 0, of orthogonal subcarriers. */
    PASSED(1),
    /** The phase's steps at the audio's peak in 2⁻³² turns, of frequency modulation; the index, of amplitude modulation; a double. */
    DEPTH(1),
    /** Tones of the audio. */
    TONES(1),
    /** Each tone's phase at sample 0 in 2⁻⁶⁴ turns. */
    TONE_PHASE(3),
    /** Each tone's advance in 2⁻⁶⁴ turns a sample. */
    TONE_STEP(3),
    /** Each tone's amplitude, a double. */
    TONE_WEIGHT(3),
    /** The probability of a pause, a double; 0 without pauses. */
    PAUSE(1),
    /** Samples of a segment. */
    SEGMENT(1),
    /** Samples of a segment's transition. */
    EDGE(1);

    /** Words of a row. */
    public static final int ROW = EDGE.at + EDGE.width;

    private final int at;
    private final int width;

    /** The first column that is free yet. */
    private static final class Next {
        private static int column;
    }

    SignalColumn(int width) {
        this.width = width;
        at = Next.column;
        Next.column += width;
    }

    /** Its first word. */
    public int at() {
        return at;
    }

    /** Its words. */
    public int width() {
        return width;
    }

    void put(long[] row, long value) {
        row[at] = value;
    }

    void put(long[] row, double value) {
        put(row, 0, value);
    }

    void put(long[] row, int element, long value) {
        row[at + element] = value;
    }

    void put(long[] row, int element, double value) {
        row[at + element] = Double.doubleToRawLongBits(value);
    }
}
