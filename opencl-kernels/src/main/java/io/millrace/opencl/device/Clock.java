package io.millrace.opencl.device;

import io.millrace.generator.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a device computed and when it moved data, from the intervals that the events of all its queues report, in ns of its own
 * clock. Old intervals are summed up, so that memory is bounded.
 */
public final class Clock {
    private static final int MOST = 8192;
    private static final double NANO = 1e-9;

    /** From when to when. */
    private record Interval(long start, long end) {}

    private List<Interval> computing = new ArrayList<>();
    private List<Interval> transferring = new ArrayList<>();
    private Activity settled = Activity.NONE;

    Clock() {}

    synchronized void computed(long start, long end) {
        computing.add(new Interval(start, end));
        bound();
    }

    synchronized void transferred(long start, long end) {
        transferring.add(new Interval(start, end));
        bound();
    }

    /** What it did so far. */
    public synchronized Activity activity() {
        return settled.plus(sum(union(computing), union(transferring)));
    }

    private void bound() {
        if (computing.size() + transferring.size() > MOST) {
            List<Interval> longer = computing.size() > transferring.size() ? computing : transferring;
            List<Interval> sorted = union(longer);
            settle(sorted.get(sorted.size() / 2).start());
        }
    }

    /** Sums up what was before that time; an interval that is reported later all the same is counted by itself. */
    private void settle(long time) {
        settled = settled.plus(sum(part(computing, Long.MIN_VALUE, time), part(transferring, Long.MIN_VALUE, time)));
        computing = part(computing, time, Long.MAX_VALUE);
        transferring = part(transferring, time, Long.MAX_VALUE);
        if (computing.size() + transferring.size() > MOST / 4 * 3) {
            settled = settled.plus(sum(computing, transferring));
            computing = new ArrayList<>();
            transferring = new ArrayList<>();
        }
    }

    private static List<Interval> part(List<Interval> intervals, long from, long to) {
        List<Interval> part = new ArrayList<>();
        for (Interval one : union(intervals)) {
            if (one.start < to && one.end > from) {
                part.add(new Interval(Math.max(one.start, from), Math.min(one.end, to)));
            }
        }
        return part;
    }

    /** Disjoint and ascending. */
    private static List<Interval> union(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingLong(Interval::start));
        List<Interval> union = new ArrayList<>();
        for (Interval next : sorted) {
            if (!union.isEmpty() && next.start <= union.getLast().end) {
                Interval last = union.removeLast();
                union.add(new Interval(last.start, Math.max(last.end, next.end)));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    private static Activity sum(List<Interval> computing, List<Interval> transferring) {
        long both = 0;
        int k = 0;
        for (Interval one : computing) {
            while (k < transferring.size() && transferring.get(k).end <= one.start) {
                k++;
            }
            for (int i = k; i < transferring.size() && transferring.get(i).start < one.end; i++) {
                both += Math.min(one.end, transferring.get(i).end) - Math.max(one.start, transferring.get(i).start);
            }
        }
        return new Activity(NANO * length(computing), NANO * length(transferring), NANO * both);
    }

    private static long length(List<Interval> intervals) {
        return intervals.stream().mapToLong(one -> one.end - one.start).sum();
    }
}
