package io.millrace.pipeline;

/**
 * A run of instance indices.
 *
 * @param first 0 or more
 * @param count 0 or more; {@code first + count} fits a {@code long}
 */
public record Range(long first, long count) {
    /** Checks the bounds. */
    public Range {
        if (first < 0 || count < 0 || first + count < 0) {
            throw new IllegalArgumentException("instances from " + first + ", " + count
                    + " of them: allowed are 0 and more, together at most " + Long.MAX_VALUE);
        }
    }

    /** One past the last index. */
    public long end() {
        return first + count;
    }
}
