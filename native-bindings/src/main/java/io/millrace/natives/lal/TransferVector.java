package io.millrace.natives.lal;

import io.millrace.batch.Elements;
import io.millrace.simd.Simd;
import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * A vector of doubles at a time. Floats have a shape of half the bits, so that as many lanes go out as came in; needs a width
 * of 128 bits or more. One loop for each of the four cases, for a kernel is fast only where it is small. All four add up
 * x − x, which is 0 unless a value is NaN or infinite.
 */
final class TransferVector implements Transfer {
    private static final VectorSpecies<Double> DOUBLE = Species.DOUBLE;
    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Simd.bits() / 2));
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @Override
    public boolean doubles(MemorySegment from, MemorySegment to, int count, double[] scale) {
        int bound = DOUBLE.loopBound(count);
        double sum = scale == null ? plainDoubles(from, to, bound) : scaledDoubles(from, to, bound, scale);
        for (int i = bound; i < count; i++) {
            double value = from.get(Elements.F8, (long) i * Double.BYTES) * (scale == null ? 1 : scale[i]);
            sum += value - value;
            to.set(Elements.F8, (long) i * Double.BYTES, value);
        }
        return sum == 0;
    }

    @Override
    public boolean floats(MemorySegment from, MemorySegment to, int count, double[] scale) {
        int bound = DOUBLE.loopBound(count);
        double sum = scale == null ? plainFloats(from, to, bound) : scaledFloats(from, to, bound, scale);
        for (int i = bound; i < count; i++) {
            double value = from.get(Elements.F8, (long) i * Double.BYTES) * (scale == null ? 1 : scale[i]);
            float rounded = (float) value;
            sum += rounded - rounded;
            to.set(Elements.F4, (long) i * Float.BYTES, rounded);
        }
        return sum == 0;
    }

    private static double plainDoubles(MemorySegment from, MemorySegment to, int bound) {
        DoubleVector sum = DoubleVector.zero(DOUBLE);
        for (int i = 0; i < bound; i += DOUBLE.length()) {
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLE, from, (long) i * Double.BYTES, LITTLE);
            sum = sum.add(value.sub(value));
            value.intoMemorySegment(to, (long) i * Double.BYTES, LITTLE);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static double scaledDoubles(MemorySegment from, MemorySegment to, int bound, double[] scale) {
        DoubleVector sum = DoubleVector.zero(DOUBLE);
        for (int i = 0; i < bound; i += DOUBLE.length()) {
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLE, from, (long) i * Double.BYTES, LITTLE)
                    .mul(DoubleVector.fromArray(DOUBLE, scale, i));
            sum = sum.add(value.sub(value));
            value.intoMemorySegment(to, (long) i * Double.BYTES, LITTLE);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static double plainFloats(MemorySegment from, MemorySegment to, int bound) {
        FloatVector sum = FloatVector.zero(HALF);
        for (int i = 0; i < bound; i += DOUBLE.length()) {
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLE, from, (long) i * Double.BYTES, LITTLE);
            FloatVector rounded = (FloatVector) value.convertShape(VectorOperators.D2F, HALF, 0);
            sum = sum.add(rounded.sub(rounded));
            rounded.intoMemorySegment(to, (long) i * Float.BYTES, LITTLE);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static double scaledFloats(MemorySegment from, MemorySegment to, int bound, double[] scale) {
        FloatVector sum = FloatVector.zero(HALF);
        for (int i = 0; i < bound; i += DOUBLE.length()) {
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLE, from, (long) i * Double.BYTES, LITTLE)
                    .mul(DoubleVector.fromArray(DOUBLE, scale, i));
            FloatVector rounded = (FloatVector) value.convertShape(VectorOperators.D2F, HALF, 0);
            sum = sum.add(rounded.sub(rounded));
            rounded.intoMemorySegment(to, (long) i * Float.BYTES, LITTLE);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
