package io.millrace.causal.kernel;

import static jdk.incubator.vector.VectorOperators.GT;

import io.millrace.math.ExpVector;
import jdk.incubator.vector.FloatVector;

/** {@link Smooth} over lanes; what takes two elementary functions stands in loops of its own. */
final class SmoothVector {
    private SmoothVector() {}

    static FloatVector cosine(FloatVector z) {
        FloatVector rest = z.sub(z.add(Smooth.SHIFT).sub(Smooth.SHIFT)).abs();
        FloatVector quarter = z.broadcast(0.25f);
        FloatVector s = quarter.sub(rest).blend(quarter, rest.compare(GT, 0.5f));
        FloatVector q = s.mul(s);
        FloatVector p = q.fma(q.broadcast(Smooth.S4), q.broadcast(Smooth.S3));
        p = q.fma(p, q.broadcast(Smooth.S2));
        p = q.fma(p, q.broadcast(Smooth.S1));
        p = q.fma(p, q.broadcast(Smooth.S0));
        return s.mul(p);
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
