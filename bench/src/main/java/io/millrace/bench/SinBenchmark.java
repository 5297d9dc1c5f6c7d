package io.millrace.bench;

import io.millrace.math.Trig;
import io.millrace.math.TrigVector;
import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;

/** Sines of −100 … 100 radians; the unit is an argument. */
public class SinBenchmark extends FunctionBenchmark {
    /** Sets the range. */
    public SinBenchmark() {
        super(-100, 100);
    }

    /** The reference, float. */
    @Benchmark
    public float[] scalarFloat() {
        for (int i = 0; i < COUNT; i++) {
            floatResults[i] = Trig.sin(floats[i]);
        }
        return floatResults;
    }

    /** Over lanes, float. */
    @Benchmark
    public float[] vectorFloat() {
        for (int i = 0; i < COUNT; i += Species.FLOAT.length()) {
            TrigVector.sin(FloatVector.fromArray(Species.FLOAT, floats, i)).intoArray(floatResults, i);
        }
        return floatResults;
    }

    /** The reference, double. */
    @Benchmark
    public double[] scalarDouble() {
        for (int i = 0; i < COUNT; i++) {
            doubleResults[i] = Trig.sin(doubles[i]);
        }
        return doubleResults;
    }

    /** Over lanes, double. */
    @Benchmark
    public double[] vectorDouble() {
        for (int i = 0; i < COUNT; i += Species.DOUBLE.length()) {
            TrigVector.sin(DoubleVector.fromArray(Species.DOUBLE, doubles, i)).intoArray(doubleResults, i);
        }
        return doubleResults;
    }
}
