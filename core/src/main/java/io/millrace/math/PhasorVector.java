package io.millrace.math;

import static io.millrace.math.PhasorScalar.EIGHTH;
import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link PhasorScalar} over lanes. One long method, above the 325 bytes of bytecode that C2 inlines: so it is compiled whole, and not cut in the
 * middle where a caller has grown too large.
 */
final class PhasorVector implements PhasorKernel {
    @Override
    public void make(int[] turns, int count, float radius, float[] re, float[] im, int at) {
        for (int k = 0; k < count; k += FLOAT.length()) {
            FloatVector length = FloatVector.broadcast(FLOAT, radius);
            IntVector turn = IntVector.fromArray(INT, turns, k);
            FloatVector r = ((FloatVector) turn.lanewise(LSHL, 2).convertShape(I2F, FLOAT, 0)).mul(PhasorScalar.REST);
            FloatVector z = r.mul(r);
            FloatVector s = z.fma(z.broadcast(PhasorScalar.S2), z.broadcast(PhasorScalar.S1));
            s = z.fma(s, z.broadcast(PhasorScalar.S0));
            s = z.mul(r).fma(s, r);
            FloatVector c = z.fma(z.broadcast(PhasorScalar.C3), z.broadcast(PhasorScalar.C2));
            c = z.fma(c, z.broadcast(PhasorScalar.C1));
            c = z.fma(c, z.broadcast(PhasorScalar.C0));
            c = z.fma(c, z.broadcast(1));
            IntVector quarter = turn.add(EIGHTH);
            VectorMask<Float> odd = quarter.and(1 << 30).compare(NE, 0).cast(FLOAT);
            IntVector sineSign = quarter.and(Integer.MIN_VALUE);
            IntVector cosineSign = quarter.add(2 * EIGHTH).and(Integer.MIN_VALUE);
            s.blend(c, odd)
                    .reinterpretAsInts()
                    .lanewise(XOR, sineSign)
                    .reinterpretAsFloats()
                    .mul(length)
                    .intoArray(im, at + k);
            c.blend(s, odd)
                    .reinterpretAsInts()
                    .lanewise(XOR, cosineSign)
                    .reinterpretAsFloats()
                    .mul(length)
                    .intoArray(re, at + k);
        }
    }
}
