package io.millrace.simd;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The species of every vector kernel, all of one shape, so that bits can be reinterpreted between them.
 *
 * <p>{@code static final}, or C2 does not see their length: eight times slower (measured).
 */
public final class Species {
    private static final VectorShape SHAPE = VectorShape.forBitSize(Simd.bits());

    /** Lanes of 32-bit floats; twice as many as {@link #LONG} has. */
    public static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, SHAPE);
    /** Lanes of 32-bit integers. */
    public static final VectorSpecies<Integer> INT = VectorSpecies.of(int.class, SHAPE);
    /** Lanes of 64-bit floats. */
    public static final VectorSpecies<Double> DOUBLE = VectorSpecies.of(double.class, SHAPE);
    /** Lanes of 64-bit integers. */
    public static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, SHAPE);

    private Species() {}
}
