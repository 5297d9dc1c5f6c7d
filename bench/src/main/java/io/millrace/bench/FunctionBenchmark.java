package io.millrace.bench;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** What the benchmarks of elementary functions share; their unit is an argument. */
@OperationsPerInvocation(FunctionBenchmark.COUNT)
public abstract class FunctionBenchmark extends Measured {
    /** Arguments at a time: three arrays of doubles in a first-level cache of 32 KiB. */
    static final int COUNT = 1024;

    private final double least;
    private final double most;

    final float[] floats = new float[COUNT];
    final double[] doubles = new double[COUNT];
    final float[] floatResults = new float[COUNT];
    final double[] doubleResults = new double[COUNT];

    /** Arguments are uniform between the two. */
    FunctionBenchmark(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** Draws the arguments. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < COUNT; i++) {
            doubles[i] = random.nextDouble(least, most);
            floats[i] = (float) doubles[i];
        }
    }
}
