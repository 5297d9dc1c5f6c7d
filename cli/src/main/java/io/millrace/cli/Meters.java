package io.millrace.cli;

import io.millrace.pipeline.Progress;

/** A task's meter, and that of another one, which takes its place when it is first told of. */
final class Meters implements AutoCloseable {
    private final Console console;
    private final boolean quiet;
    private final String second;
    private Meter meter;
    private boolean later;

    Meters(String first, String second, Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.second = second;
        meter = Meter.open(first, console, quiet);
    }

    Progress first() {
        return meter;
    }

    Progress second() {
        return this::update;
    }

    private void update(long done, long total) {
        if (!later) {
            later = true;
            meter.close();
            meter = Meter.open(second, console, quiet);
        }
        meter.update(done, total);
    }

    @Override
    public void close() {
        meter.close();
    }
}
