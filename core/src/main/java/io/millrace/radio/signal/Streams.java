package io.millrace.radio.signal;

/** The random streams of a signal; a number, once given, is never used for something else. */
public final class Streams {
    /** Integer 0: the modulation. */
    public static final int MODULATION = 16;
    /** Uniform double 0: the transmitter's frequency offset. */
    public static final int OFFSET = 17;
    /** Uniform doubles 2i, 2i + 1: frequency and phase of tone i. */
    public static final int AUDIO = 18;
    /** Uniform double s: whether segment s is a pause. */
    public static final int PAUSES = 19;
    /** Words: the symbols, each modulation's Javadoc says how. */
    public static final int SYMBOLS = 20;
    /** Uniform doubles: where in a symbol or a sweep the record begins, and the carrier's phase. */
    public static final int START = 21;

    private Streams() {}
}
