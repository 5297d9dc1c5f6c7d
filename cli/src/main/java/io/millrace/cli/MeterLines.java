package io.millrace.cli;

import java.io.PrintStream;
import java.util.Locale;

/** A plain line each second, as a log file wants it. A run of less than a second prints none. */
final class MeterLines extends Meter {
    private static final int PERIOD_MILLIS = 1000;

    private final String task;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private long shown = -1;

    MeterLines(String task, PrintStream out) {
        super(PERIOD_MILLIS);
        this.task = task;
        this.out = out;
    }

    @Override
    void show(long done, long total) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds * 1000 < PERIOD_MILLIS || done == shown) {
            return;
        }
        shown = done;
        double perSecond = done / seconds;
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d of %,d instances (%.1f %%), %,.0f per second, %s",
                task,
                done,
                total,
                100.0 * done / total,
                perSecond,
                done == total || done == 0
                        ? Figures.duration(seconds)
                        : Figures.duration((total - done) / perSecond) + " left"));
    }

    @Override
    void end() {}
}
