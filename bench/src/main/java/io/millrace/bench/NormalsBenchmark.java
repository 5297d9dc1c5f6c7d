package io.millrace.bench;

import io.millrace.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;

/** Normal floats from words that are there; the unit is a float. */
public class NormalsBenchmark extends DrawsBenchmark {
    private final float[] out = new float[COUNT + Draws.SLACK];

    /** One word each. */
    @Benchmark
    public float[] normals() {
        draws.normals(words, COUNT, out);
        return out;
    }
}
