package io.millrace.bench;

import io.millrace.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;

/** Uniform floats from words that are there; the unit is a float. */
public class UniformsBenchmark extends DrawsBenchmark {
    private final float[] out = new float[COUNT + Draws.SLACK];

    /** One word each. */
    @Benchmark
    public float[] uniforms() {
        draws.uniforms(words, COUNT, out);
        return out;
    }
}
