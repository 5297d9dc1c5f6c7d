package io.millrace.cli;

import io.millrace.pipeline.Progress;
import java.util.concurrent.locks.LockSupport;

/** Shows the progress of a command until it is closed: the workers only leave a number, a thread of its own shows it. */
abstract class Meter implements Progress, AutoCloseable {
    private final Thread thread = new Thread(this::run, "millrace-meter");
    private final long periodNanos;
    private volatile long done;
    private volatile long total;
    private volatile boolean closed;

    Meter(long periodMillis) {
        this.periodNanos = periodMillis * 1_000_000;
        thread.setDaemon(true);
    }

    /** A bar on a terminal, a line each second elsewhere, nothing where nothing is wanted. */
    static Meter open(String task, Console console, boolean quiet) {
        Meter meter = quiet
                ? new Silence()
                : console.columns().isPresent()
                        ? new MeterBar(task, console.err(), console.columns().getAsInt())
                        : new MeterLines(task, console.err());
        meter.thread.start();
        return meter;
    }

    /** Shows how far it is; called by one thread. */
    abstract void show(long done, long total);

    /** Shows the end. */
    abstract void end();

    @Override
    public final void update(long done, long total) {
        this.total = total;
        this.done = done;
    }

    private void run() {
        while (true) {
            LockSupport.parkNanos(periodNanos);
            if (closed) {
                return;
            }
            if (total > 0) {
                show(done, total);
            }
        }
    }

    @Override
    public final void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (total > 0) {
            show(done, total);
        }
        end();
    }

    /** Shows nothing. */
    private static final class Silence extends Meter {
        Silence() {
            super(3_600_000);
        }

        @Override
        void show(long done, long total) {}

        @Override
        void end() {}
    }
}
