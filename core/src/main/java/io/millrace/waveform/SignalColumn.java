package io.millrace.waveform;

/**
 * The row that a {@link Prologue} writes for an instance: doubles in this order, those of {@link #ANTENNA}
 * {@value #MOST_DETECTORS} times. Letters are those of the formulas:
 *
 * <pre>
 *   bins   from ……… series ……… join1 ……… middle ……… join2 ……… ring ……… to;  zero outside
 *   φ      u⁻⁵·Σ sₙuⁿ + ln f·(l₀ + l₁u)    m₀ + m₁f + m₂·ln f + m₃f⁻³    r₀ + r₁f + r₂/f + r₃f^¾ + r₄·atan(r₅ + r₆f)
 *   A·f^(7/6)   Σ aₙuⁿ                     Σ bₙfⁿ                        c₀·e^(c₁ + c₂f)/(1 + (c₃ + c₄f)²)
 * </pre>
 *
 * <table class="striped">
 * <caption>columns</caption>
 * <tr><th>{@code FROM}, {@code TO}</th><td>the first bin with a signal, one past the last; integers, as all bins</td></tr>
 * <tr><th>{@code PHASE_JOIN}</th><td>first bins of the middle and of the ring's phase</td></tr>
 * <tr><th>{@code AMPLITUDE_JOIN}</th><td>the same of the amplitude</td></tr>
 * <tr><th>{@code TAPER}</th><td>the first bin that is not zero, the first that is not tapered; 0, 0: no taper</td></tr>
 * <tr><th>{@code SERIES_PHASE}, {@code SERIES_LOG}</th><td>s₀ … s₁₁; l₀, l₁; phases in turns, f in Hz</td></tr>
 * <tr><th>{@code MIDDLE_PHASE}, {@code RING_PHASE}</th><td>m₀ … m₃; r₀ … r₆</td></tr>
 * <tr><th>{@code SERIES_AMPLITUDE}</th><td>a₀ … a₉; amplitudes in strain·second</td></tr>
 * <tr><th>{@code MIDDLE_AMPLITUDE}, {@code RING_AMPLITUDE}</th><td>b₀ … b₄; c₀ … c₄</td></tr>
 * <tr><th>{@code PLUS}, {@code CROSS}</th><td>h₊ and h× by h̃, real and imaginary part</td></tr>
 * <tr><th>{@code ANTENNA}</th><td>of each detector F₊, F×, the delay in s, and the lane of its noise: the second word of
 *     Philox's counter, without sign</td></tr>
 * </table>
 */
public enum SignalColumn {
    /** See the table. */
    FROM(1),
    /** See the table. */
    TO(1),
    /** See the table. */
    PHASE_JOIN(2),
    /** See the table. */
    AMPLITUDE_JOIN(2),
    /** See the table. */
    TAPER(2),
    /** See the table. */
    SERIES_PHASE(12),
    /** See the table. */
    SERIES_LOG(2),
    /** See the table. */
    MIDDLE_PHASE(4),
    /** See the table. */
    RING_PHASE(7),
    /** See the table. */
    SERIES_AMPLITUDE(10),
    /** See the table. */
    MIDDLE_AMPLITUDE(5),
    /** See the table. */
    RING_AMPLITUDE(5),
    /** See the table. */
    PLUS(2),
    /** See the table. */
    CROSS(2),
    /** See the table. */
    ANTENNA(4);

    /** Detectors that a row has room for. */
    public static final int MOST_DETECTORS = 3;

    /** Doubles of a row. */
    public static final int ROW = ANTENNA.at + MOST_DETECTORS * ANTENNA.width;

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

    /** The position in a row of the first of these columns. */
    public int at() {
        return at;
    }

    /** How many columns they are. */
    public int width() {
        return width;
    }
}
