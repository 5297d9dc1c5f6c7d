package io.millrace.math;

import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link GaussScalar} over lanes, the phasors first. One long method, see {@link PhasorVector}. */
final class GaussVector implements GaussKernel {
    private static final int LANES = FLOAT.length();

    private final PhasorVector phasors = new PhasorVector();
    private float[] cos = {};
    private float[] sin = {};

    @Override
    public void add(int[] radii, int[] turns, int count, float level, float[] yRe, float[] yIm, int at) {
        if (cos.length < count + PhasorKernel.SLACK) {
            cos = new float[count + PhasorKernel.SLACK];
            sin = new float[count + PhasorKernel.SLACK];
        }
        phasors.make(turns, count, 1, cos, sin, 0);
        add(radii, cos, sin, count, level, yRe, yIm, at);
    }

    private static void add(
            int[] words, float[] cos, float[] sin, int count, float level, float[] yRe, float[] yIm, int at) {
        for (int j = 0; j < count; j += LANES) {
            FloatVector u = ((FloatVector)
                            IntVector.fromArray(INT, words, j).lanewise(LSHR, 1).convertShape(I2F, FLOAT, 0))
                    .fma(0x1p-31f, 0x1p-32f);
            IntVector bits = u.reinterpretAsInts().add(GaussScalar.OFFSET);
            FloatVector k = (FloatVector) bits.lanewise(ASHR, 23).sub(127).convertShape(I2F, FLOAT, 0);
            FloatVector f = bits.and(GaussScalar.FRACTION)
                    .add(GaussScalar.SQRT_HALF)
                    .reinterpretAsFloats()
                    .sub(1);
            FloatVector p = f.fma(GaussScalar.L7, GaussScalar.L6);
            p = f.fma(p, f.broadcast(GaussScalar.L5));
            p = f.fma(p, f.broadcast(GaussScalar.L4));
            p = f.fma(p, f.broadcast(GaussScalar.L3));
            p = f.fma(p, f.broadcast(GaussScalar.L2));
            p = f.fma(p, f.broadcast(GaussScalar.L1));
            p = f.fma(p, f.broadcast(GaussScalar.L0));
            FloatVector log = k.fma(k.broadcast(GaussScalar.LN2), f.mul(f).fma(p, f));
            FloatVector radius = log.mul(-2).sqrt().mul(level);
            radius.fma(FloatVector.fromArray(FLOAT, cos, j), FloatVector.fromArray(FLOAT, yRe, at + j))
                    .intoArray(yRe, at + j);
            radius.fma(FloatVector.fromArray(FLOAT, sin, j), FloatVector.fromArray(FLOAT, yIm, at + j))
                    .intoArray(yIm, at + j);
        }
    }
}
