package io.millrace.natives.lal;

/**
 * The frequencies of a waveform, in Hz.
 *
 * @param spacing δf, &gt; 0
 * @param minimum f_min, &gt; 0
 * @param maximum f_max, &gt; f_min
 * @param reference f_ref, ≥ 0; what 0 means is the model's affair: f_min to most, coalescence to TaylorF2
 */
public record LalGrid(double spacing, double minimum, double maximum, double reference) {
    /** The most bins that may be asked for. */
    public static final int MOST_BINS = 1 << 26;

    /**
     * Checks what LAL's error paths would leak over.
     *
     * @throws IllegalArgumentException with the name, the value and what is allowed
     */
    public LalGrid {
        require(spacing > 0 && spacing < Double.POSITIVE_INFINITY, "delta_f", spacing, "more than 0");
        require(minimum > 0 && minimum < Double.POSITIVE_INFINITY, "f_min", minimum, "more than 0");
        require(
                maximum > minimum && maximum < Double.POSITIVE_INFINITY,
                "f_max",
                maximum,
                "more than f_min = " + minimum);
        require(reference >= 0 && reference < Double.POSITIVE_INFINITY, "f_ref", reference, "0 or more");
        require(maximum / spacing <= MOST_BINS, "delta_f", spacing, "at least f_max / " + MOST_BINS);
        require(maximum >= spacing, "delta_f", spacing, "at most f_max = " + maximum);
    }

    private static void require(boolean holds, String name, double value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + " Hz: allowed is " + allowed);
        }
    }

    @Override
    public String toString() {
        return "delta_f=" + spacing + " f_min=" + minimum + " f_max=" + maximum + " f_ref=" + reference;
    }
}
