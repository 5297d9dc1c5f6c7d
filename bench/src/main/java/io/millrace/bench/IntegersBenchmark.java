package io.millrace.bench;

import io.millrace.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;

/** Bounded integers from words that are there; the unit is an integer. */
public class IntegersBenchmark extends DrawsBenchmark {
    private final int[] out = new int[COUNT + Draws.SLACK];

    /** U{1 … 9}, two words each. */
    @Benchmark
    public int[] integers() {
        draws.integers(words, COUNT, 1, 9, out);
        return out;
    }
}
