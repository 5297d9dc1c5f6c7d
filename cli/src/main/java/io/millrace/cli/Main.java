package io.millrace.cli;

import io.millrace.pipeline.Cancellation;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the process starts and ends. */
public final class Main {
    /** How long a request to end waits for the batch boundary; what is then unfinished is swept by the next run. */
    private static final int PATIENCE_SECONDS = 30;

    private Main() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Cancellation stop = new Cancellation();
        Console console = Console.ofProcess(stop);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.cancel();
            awaitEnd(ended, PATIENCE_SECONDS, console.err());
        }));
        int code;
        try {
            code = Millrace.run(console, args);
        } finally {
            ended.countDown();
        }
        System.exit(code);
    }

    /** Waits for the end; says how to go on if it does not come in time. */
    static void awaitEnd(CountDownLatch ended, int seconds, PrintStream err) {
        try {
            if (!ended.await(seconds, TimeUnit.SECONDS)) {
                Complaint.of("stopped in the middle of a batch; the same command continues from what is finished", err);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
