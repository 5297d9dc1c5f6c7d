package io.millrace.bench;

import io.millrace.math.Exp;
import io.millrace.math.ExpVector;
import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.Benchmark;

/** Exponentials of −10 … 10; the unit is an argument. */
public class ExpBenchmark extends FunctionBenchmark {
    /** Sets the range. */
    public ExpBenchmark() {
        super(-10, 10);
    }

    /** The reference, float. */
    @Benchmark
    public float[] scalarFloat() {
        for (int i = 0; i < COUNT; i++) {
            floatResults[i] = Exp.exp(floats[i]);
        }
        return floatResults;
    }

    /** Over lanes, float. */
    @Benchmark
    public float[] vectorFloat() {
        for (int i = 0; i < COUNT; i += Species.FLOAT.length()) {
            ExpVector.exp(FloatVector.fromArray(Species.FLOAT, floats, i)).intoArray(floatResults, i);
        }
        return floatResults;
    }

    /** The reference, double. */
    @Benchmark
    public double[] scalarDouble() {
        for (int i = 0; i < COUNT; i++) {
            doubleResults[i] = Exp.exp(doubles[i]);
        }
        return doubleResults;
    }

    /** Over lanes, double. */
    @Benchmark
    public double[] vectorDouble() {
        for (int i = 0; i < COUNT; i += Species.DOUBLE.length()) {
            ExpVector.exp(DoubleVector.fromArray(Species.DOUBLE, doubles, i)).intoArray(doubleResults, i);
        }
        return doubleResults;
    }
}
