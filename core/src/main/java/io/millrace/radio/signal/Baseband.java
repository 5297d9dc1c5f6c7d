package io.millrace.radio.signal;

/**
 * A modulation's complex envelope x[m], mean power 1, spectrum within the channel. One thread's. Class: reproducible.
 *
 * <p>The envelope is made block by block, in order; what is carried from one to the next are integers.
 */
public interface Baseband {
    /** Draws what the signal of an instance consists of: all that {@link #describe} and {@link #rmsBandwidth} need. */
    void draw(long index);

    /** Writes {@link SignalColumn}s of the signal that was drawn last; others stay. */
    void describe(long[] row);

    /**
     * Begins the signal of an instance: {@link #draw}s it, and measures what its scale depends on.
     *
     * @param length samples that will be made, at most
     */
    void begin(long index, int length);

    /**
     * Writes x[from … from + count − 1] to {@code re}, {@code im}, from {@code at} on.
     *
     * @param from a multiple of {@link io.millrace.radio.kernel.Block#LENGTH}; the first call after {@link #begin} has 0, each next
     *     one where the last ended
     * @param count up to {@link io.millrace.radio.kernel.Block#LENGTH}; arrays have {@link io.millrace.radio.kernel.Block#SLACK}
     *     elements more, which may be written
     */
    void make(int from, int count, float[] re, float[] im, int at);

    /** β = √(∫(f − f̄)²|X|²df/∫|X|²df) in Hz, f̄ the mean, by the modulation's nominal spectrum; of the signal that was drawn last. */
    double rmsBandwidth();
}
