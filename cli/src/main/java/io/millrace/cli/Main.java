package io.millrace.cli;

import io.millrace.pipeline.Cancellation;
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
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.cancel();
            awaitUninterrupted(ended);
        }));
        int code = Millrace.run(Console.ofProcess(stop), args);
        ended.countDown();
        System.exit(code);
    }

    private static void awaitUninterrupted(CountDownLatch ended) {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
