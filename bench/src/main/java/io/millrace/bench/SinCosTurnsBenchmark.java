package io.millrace.bench;

import io.millrace.math.Turns;
import io.millrace.math.TurnsVector;
import io.millrace.simd.Species;
import java.util.Arrays;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Sine and cosine of angles given as fractions of a turn; the unit is an angle, which makes two values. */
public class SinCosTurnsBenchmark extends FunctionBenchmark {
    private final int[] intAngles = new int[COUNT];
    private final long[] longAngles = new long[COUNT];
    final float[] floatCosines = new float[COUNT];
    final double[] doubleCosines = new double[COUNT];

    /** Radii are 1. */
    public SinCosTurnsBenchmark() {
        super(0, 1);
    }

    /** Draws the angles. */
    @Setup
    @Override
    public void prepare() {
        SplittableRandom random = new SplittableRandom(SEED);
        Arrays.fill(floats, 1);
        Arrays.fill(doubles, 1);
        for (int i = 0; i < COUNT; i++) {
            longAngles[i] = random.nextLong();
            intAngles[i] = (int) (longAngles[i] >>> 32);
        }
    }

    /** The reference, float. */
    @Benchmark
    public float[] scalarFloat() {
        for (int i = 0; i < COUNT; i++) {
            floatResults[i] = floats[i] * Turns.sin(intAngles[i]);
            floatCosines[i] = floats[i] * Turns.cos(intAngles[i]);
        }
        return floatResults;
    }

    /** Over lanes, float. */
    @Benchmark
    public float[] vectorFloat() {
        for (int i = 0; i < COUNT; i += Species.FLOAT.length()) {
            FloatVector radius = FloatVector.fromArray(Species.FLOAT, floats, i);
            IntVector angles = IntVector.fromArray(Species.INT, intAngles, i);
            TurnsVector.polar(radius, angles, floatResults, floatCosines, i);
        }
        return floatResults;
    }

    /** The reference, double. */
    @Benchmark
    public double[] scalarDouble() {
        for (int i = 0; i < COUNT; i++) {
            doubleResults[i] = doubles[i] * Turns.sin(longAngles[i]);
            doubleCosines[i] = doubles[i] * Turns.cos(longAngles[i]);
        }
        return doubleResults;
    }

    /** Over lanes, double. */
    @Benchmark
    public double[] vectorDouble() {
        for (int i = 0; i < COUNT; i += Species.DOUBLE.length()) {
            DoubleVector radius = DoubleVector.fromArray(Species.DOUBLE, doubles, i);
            LongVector angles = LongVector.fromArray(Species.LONG, longAngles, i);
            TurnsVector.polar(radius, angles, doubleResults, doubleCosines, i);
        }
        return doubleResults;
    }
}
