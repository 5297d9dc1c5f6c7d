package io.millrace.math;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;

/** Every function of one argument with its twin, its reference and its bound in units of the last place. */
final class Functions {
    interface FloatOperator {
        float apply(float x);
    }

    interface IntToFloat {
        float apply(int word);
    }

    record OfFloat(
            String name,
            FloatOperator scalar,
            UnaryOperator<FloatVector> vector,
            DoubleUnaryOperator reference,
            double bound) {
        @Override
        public String toString() {
            return name;
        }
    }

    record OfInt(
            String name,
            IntToFloat scalar,
            Function<IntVector, FloatVector> vector,
            IntToDoubleFunction reference,
            double bound) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code strict} says where NaN, ±∞ and ±0 belong; {@code from} and {@code to} bound the arguments of random samples. */
    record OfDouble(
            String name,
            DoubleUnaryOperator scalar,
            UnaryOperator<DoubleVector> vector,
            DoubleFunction<Reference.Value> reference,
            DoubleUnaryOperator strict,
            double bound,
            double from,
            double to) {
        @Override
        public String toString() {
            return name;
        }
    }

    record OfLong(
            String name,
            LongToDoubleFunction scalar,
            Function<LongVector, DoubleVector> vector,
            LongFunction<Reference.Value> reference,
            double bound) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<OfFloat> OF_FLOAT = List.of(
            new OfFloat("exp float", Exp::exp, ExpVector::exp, StrictMath::exp, 1.0),
            new OfFloat("log float", Log::log, LogVector::log, StrictMath::log, 1.0),
            new OfFloat("sin float", Trig::sin, TrigVector::sin, StrictMath::sin, 1.0),
            new OfFloat("cos float", Trig::cos, TrigVector::cos, StrictMath::cos, 1.0));

    static final List<OfInt> OF_INT = List.of(
            new OfInt("sin turns float", Turns::sin, TurnsVector::sin, word -> turns(word, 0), 1.0),
            new OfInt("cos turns float", Turns::cos, TurnsVector::cos, word -> turns(word, 1), 1.0),
            new OfInt("normal radius float", Normal::radius, NormalVector::radius, Functions::radius, 1.5));

    static final List<OfDouble> OF_DOUBLE = List.of(
            new OfDouble("exp", Exp::exp, ExpVector::exp, Reference::exp, StrictMath::exp, 1.0, -746, 711),
            new OfDouble(
                    "exp2", Exp::exp2, ExpVector::exp2, Reference::exp2, x -> StrictMath.pow(2, x), 1.0, -1080, 1025),
            new OfDouble("log", Log::log, LogVector::log, Reference::log, StrictMath::log, 1.0, 0, 4),
            new OfDouble("sin", Trig::sin, TrigVector::sin, Reference::sin, StrictMath::sin, 1.0, -0x1p31, 0x1p31),
            new OfDouble("cos", Trig::cos, TrigVector::cos, Reference::cos, StrictMath::cos, 1.0, -0x1p31, 0x1p31),
            new OfDouble(
                    "asin", InverseTrig::asin, InverseTrigVector::asin, Reference::asin, StrictMath::asin, 2.0, -1, 1),
            new OfDouble(
                    "acos", InverseTrig::acos, InverseTrigVector::acos, Reference::acos, StrictMath::acos, 2.0, -1, 1),
            new OfDouble(
                    "atan", InverseTrig::atan, InverseTrigVector::atan, Reference::atan, StrictMath::atan, 2.0, -8, 8));

    static final List<OfLong> OF_LONG = List.of(
            new OfLong("sin turns", Turns::sin, TurnsVector::sin, word -> Reference.turns(word, 0), 1.0),
            new OfLong("cos turns", Turns::cos, TurnsVector::cos, word -> Reference.turns(word, 1), 1.0));

    private Functions() {}

    /** The error of {@code actual} in units of the last place of {@code exact} as a float. */
    static double ulps(float actual, double exact) {
        if (Float.isNaN(actual) || Double.isNaN(exact)) {
            return Float.isNaN(actual) && Double.isNaN(exact) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Float.isInfinite(actual)) {
            return actual == (float) exact ? 0 : Double.POSITIVE_INFINITY;
        }
        int exponent = Math.max(Math.getExponent(exact), Float.MIN_EXPONENT);
        return Math.abs(actual - exact) / Math.scalb(1.0, exponent - 23);
    }

    private static double turns(int word, int turn) {
        int quadrant = ((word + (1 << 29)) >>> 30) + turn;
        double r = ((word << 2) >> 2) * (Math.PI * 0x1p-31);
        double v = (quadrant & 1) == 0 ? StrictMath.sin(r) : StrictMath.cos(r);
        return (quadrant & 2) == 0 ? v : -v;
    }

    private static double radius(int word) {
        float u = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        return Math.sqrt(-2.0 * StrictMath.log(u));
    }
}
