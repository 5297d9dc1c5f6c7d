package io.millrace.radio.channel;

/** The random streams of a channel; a number, once given, is never used for something else. */
public final class Streams {
    /** Uniform double r·{@value Channel#MOST_PATHS} + l: delay of path l at receiver r. */
    public static final int DELAYS = 32;
    /** Uniform double r·{@value Channel#MOST_PATHS} + l: phase of path l at receiver r. */
    public static final int PHASES = 33;
    /** Uniform double 0: the transmitter's heading. */
    public static final int HEADING = 34;
    /** Uniform double r: the oscillator's error of receiver r. */
    public static final int OSCILLATOR = 35;
    /** Normal double r: the clock's error of receiver r. */
    public static final int CLOCK = 36;
    /** Uniform doubles 2((r·{@value Channel#MOST_PATHS} + l)·{@value Channel#MOST_SINUSOIDS} + n), + 1: angle, phase of sinusoid n. */
    public static final int SINUSOIDS = 37;
    /** Uniform doubles 4r … 4r + 3: gain and phase imbalance, phase of the DC offset, of the carrier of receiver r. */
    public static final int FRONT_END = 38;
    /** Of receiver r stream {@code NOISE + r}: {@link io.millrace.random.Draws#pairs} from block n/2 on, of samples n, n + 1 … */
    public static final int NOISE = 0x1000;
    /** Of receiver r stream {@code PHASE_NOISE + r}: the same, of half as many numbers: real and imaginary parts are increments in turn. */
    public static final int PHASE_NOISE = 0x2000;
    /** Of path l of receiver r stream {@code SCATTER + r·}{@value Channel#MOST_PATHS}{@code + l}: words 2c, 2c + 1 of node c. */
    public static final int SCATTER = 0x4000;

    private Streams() {}
}
