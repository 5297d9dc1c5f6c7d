package io.millrace.bench;

import io.millrace.random.Draws;
import io.millrace.random.Philox;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What the benchmarks of random numbers share; their unit is a value. */
@OperationsPerInvocation(DrawsBenchmark.COUNT)
public abstract class DrawsBenchmark extends Measured {
    /** Values at a time: with their words they fit a first-level cache of 64 KiB. */
    static final int COUNT = 5120;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    final int[] words = new int[2 * COUNT + Draws.SLACK];
    Draws draws;

    DrawsBenchmark() {}

    /** Draws two words for each value. */
    @Setup
    public void prepare() {
        Philox philox = Philox.of("bench", SEED);
        draws = backend.equals("vector") ? Draws.vector(philox) : Draws.scalar(philox);
        draws.words(0, 1, 0, 0, Draws.blocks(2 * COUNT), words);
    }
}
