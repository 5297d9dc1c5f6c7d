package io.millrace.causal.kernel;

import static jdk.incubator.vector.VectorOperators.UMIN;

import io.millrace.math.ExpVector;
import jdk.incubator.vector.FloatVector;

/** {@link Smooth} over lanes; what takes two elementary functions stands in loops of its own. */
final class SmoothVector {
    private SmoothVector() {}

    static FloatVector cosine(FloatVector z) {
        FloatVector rest = z.sub(z.add(Smooth.SHIFT).sub(Smooth.SHIFT));
        FloatVector q = rest.mul(rest)
                .reinterpretAsInts()
                .lanewise(UMIN, Smooth.QUARTER)
                .reinterpretAsFloats();
        FloatVector p = q.fma(q.broadcast(Smooth.C6), q.broadcast(Smooth.C5));
        p = q.fma(p, q.broadcast(Smooth.C4));
        p = q.fma(p, q.broadcast(Smooth.C3));
        p = q.fma(p, q.broadcast(Smooth.C2));
        p = q.fma(p, q.broadcast(Smooth.C1));
        return q.fma(p, q.broadcast(Smooth.C0));
    }

    static FloatVector logistic(FloatVector z) {
        FloatVector one = z.broadcast(1);
        return one.div(ExpVector.exp(z.neg()).add(one));
    }

    static FloatVector tanh(FloatVector z) {
        FloatVector one = z.broadcast(1);
        return one.sub(z.broadcast(2).div(ExpVector.exp(z.mul(2)).add(one)));
    }

    static FloatVector squash(FloatVector z, float a, float b, float c) {
        FloatVector t = z.add(c).mul(b);
        return t.mul(a).div(t.abs().add(1));
    }
}
