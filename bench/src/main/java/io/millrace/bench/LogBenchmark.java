package io.millrace.bench;

import io.millrace.math.Log;
import io.millrace.math.LogVector;
import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;

/** Natural logarithms of 0.001 … 1000; the unit is an argument. */
public class LogBenchmark extends FunctionBenchmark {
    /** Sets the range. */
    public LogBenchmark() {
        super(0.001, 1000);
    }

    /** The reference, float. */
    @Benchmark
    public float[] scalarFloat() {
        for (int i = 0; i < COUNT; i++) {
            floatResults[i] = Log.log(floats[i]);
        }
        return floatResults;
    }

    /** Over lanes, float. */
    @Benchmark
    public float[] vectorFloat() {
        for (int i = 0; i < COUNT; i += Species.FLOAT.length()) {
            LogVector.log(FloatVector.fromArray(Species.FLOAT, floats, i)).intoArray(floatResults, i);
        }
        return floatResults;
    }

    /** The reference, double. */
    @Benchmark
    public double[] scalarDouble() {
        for (int i = 0; i < COUNT; i++) {
            doubleResults[i] = Log.log(doubles[i]);
        }
        return doubleResults;
    }

    /** Over lanes, double. */
    @Benchmark
    public double[] vectorDouble() {
        for (int i = 0; i < COUNT; i += Species.DOUBLE.length()) {
            LogVector.log(DoubleVector.fromArray(Species.DOUBLE, doubles, i)).intoArray(doubleResults, i);
        }
        return doubleResults;
    }
}
