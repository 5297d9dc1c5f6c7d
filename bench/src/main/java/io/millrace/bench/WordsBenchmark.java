package io.millrace.bench;

import io.millrace.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;

/** Philox4x32-10; the unit is a 32-bit word. */
public class WordsBenchmark extends DrawsBenchmark {
    /** Blocks of 10 customers' coordinates; no multiple of the lanes. */
    private static final int SHORT = 5;

    private static final int LONG = 320;

    private final int[] out = new int[COUNT + Draws.SLACK];
    private long first;

    /** Of instances that take 20 words each. */
    @Benchmark
    public int[] shortInstances() {
        return draw(SHORT);
    }

    /** Of instances that take 1280 words each. */
    @Benchmark
    public int[] longInstances() {
        return draw(LONG);
    }

    private int[] draw(int blocks) {
        int instances = COUNT / (4 * blocks);
        draws.words(first, instances, 0, 0, blocks, out);
        first += instances;
        return out;
    }
}
