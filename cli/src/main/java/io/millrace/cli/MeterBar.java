package io.millrace.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left. */
final class MeterBar extends Meter {
    private static final int PERIOD_MILLIS = 100;

    private final ProgressBar bar;

    MeterBar(String task, PrintStream terminal, int columns) {
        super(PERIOD_MILLIS);
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(PERIOD_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, columns - 1))
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setInitialMax(0)
                .build();
    }

    @Override
    void show(long done, long total) {
        bar.maxHint(total);
        bar.stepTo(done);
    }

    @Override
    void end() {
        bar.close();
    }
}
