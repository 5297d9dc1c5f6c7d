package io.millrace.cli;

import io.millrace.pipeline.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * A yardstick for signals: the pass y = a·x + b over complex64 samples, each thread from one array to another again and again.
 *
 * <p>Real and imaginary parts have arrays of their own, which spares the shuffles of interleaved samples: what is measured is
 * what the processor or its memory does at best.
 */
final class MultiplyAdd {
    /** Samples of an array beyond which no cache holds it and the rate changes no more. */
    private static final int MOST = 1 << 23;

    private static final int BYTES = 8;

    private MultiplyAdd() {}

    /**
     * Samples a second by all threads together, after a warm-up of half the time.
     *
     * @param samples of each thread's arrays; no more than {@value #MOST} of them, and than a quarter of the heap holds, are used
     */
    static double samplesPerSecond(int threads, long samples, double seconds, Cancellation stop)
            throws InterruptedException {
        long room = Runtime.getRuntime().maxMemory() / 4 / threads / (2 * BYTES);
        int length = Math.clamp(Math.min(samples, room), 1, MOST);
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Pass> passes = new ArrayList<>();
        List<Thread> started = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Pass pass = new Pass(length, seconds, barrier, stop);
            passes.add(pass);
            started.add(Thread.ofPlatform().name("millrace-multiply-add-" + t).start(pass));
        }
        for (Thread thread : started) {
            thread.join();
        }
        return passes.stream().mapToDouble(pass -> pass.rate).sum();
    }

    /** One thread's. */
    private static final class Pass implements Runnable {
        private final int length;
        private final double seconds;
        private final CyclicBarrier barrier;
        private final Cancellation stop;
        private double rate;

        Pass(int length, double seconds, CyclicBarrier barrier, Cancellation stop) {
            this.length = length;
            this.seconds = seconds;
            this.barrier = barrier;
            this.stop = stop;
        }

        @Override
        public void run() {
            float[][] x = {new float[length], new float[length]};
            float[][] y = {new float[length], new float[length]};
            repeat(seconds / 2, x, y);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                return;
            }
            rate = repeat(seconds, x, y);
        }

        /** Samples a second. */
        private double repeat(double wanted, float[][] x, float[][] y) {
            long start = System.nanoTime();
            long done = 0;
            double spent;
            do {
                apply(0.6f, 0.8f, 0.5f, -0.5f, x[0], x[1], y[0], y[1]);
                done += length;
                spent = (System.nanoTime() - start) / 1e9;
            } while (spent < wanted && !stop.cancelled());
            return done / spent;
        }

        private static void apply(
                float aRe, float aIm, float bRe, float bIm, float[] xRe, float[] xIm, float[] yRe, float[] yIm) {
            for (int i = 0; i < xRe.length; i++) {
                float re = xRe[i];
                float im = xIm[i];
                yRe[i] = Math.fma(aRe, re, Math.fma(-aIm, im, bRe));
                yIm[i] = Math.fma(aRe, im, Math.fma(aIm, re, bIm));
            }
        }
    }
}
