package io.millrace.pipeline;

import java.util.List;

/** Deals ranges out in pieces of at most one batch, in index order. Not thread-safe: callers hold their own lock. */
final class Agenda {
    private final List<Range> ranges;
    private final int batch;
    private final long total;
    private int current;
    private long done;

    Agenda(List<Range> ranges, int batch) {
        this.ranges = List.copyOf(ranges);
        this.batch = batch;
        long sum = 0;
        for (Range range : ranges) {
            sum = Math.addExact(sum, range.count());
        }
        this.total = sum;
    }

    /** Instances over all ranges. */
    long total() {
        return total;
    }

    /** Whether the last piece has been dealt. */
    boolean done() {
        while (current < ranges.size() && done == ranges.get(current).count()) {
            current++;
            done = 0;
        }
        return current == ranges.size();
    }

    /** The next piece, or null after the last. */
    Range next() {
        if (done()) {
            return null;
        }
        Range range = ranges.get(current);
        long count = Math.min(batch, range.count() - done);
        Range piece = new Range(range.first() + done, count);
        done += count;
        return piece;
    }
}
