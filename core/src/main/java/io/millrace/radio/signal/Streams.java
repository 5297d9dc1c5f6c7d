package io.millrace.radio.signal;

import io.millrace.radio.kernel.Ramp;
import io.millrace.random.RandomStream;

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
    /** Word n: symbol n, each modulation's Javadoc says how. */
    public static final int SYMBOLS = 20;
    /** Uniform doubles: 0, the phase of sample 0; 1, where in a symbol or a sweep it is. */
    public static final int START = 21;

    private Streams() {}

    /** The phase of sample 0 in 2⁻³² turns. */
    static int phase(RandomStream random, long index) {
        return (int) (Ramp.turn(random.at(index, 0, START).uniformDouble(0)) >>> 32);
    }

    /** Which part of its symbol has passed at sample 0, in 2⁻⁶⁴ symbols. */
    static long part(RandomStream random, long index) {
        return Ramp.turn(random.at(index, 0, START).uniformDouble(1));
    }
}
