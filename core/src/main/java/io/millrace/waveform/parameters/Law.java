package io.millrace.waveform.parameters;

import io.millrace.math.Exp;
import io.millrace.math.InverseTrig;
import io.millrace.math.Log;
import io.millrace.math.Trig;
import io.millrace.random.RandomStream;

/**
 * A law of one quantity, by bilby's name and definition. Class reproducible: a draw is a fixed sequence of operations on
 * uniform double 0 of the quantity's stream, by inversion of the distribution function ({@link AlignedSpin} also takes
 * uniform double 1).
 */
public sealed interface Law extends Prior permits Law.Fixed, Law.Inverted, AlignedSpin {
    /** A value in [{@link #least}, {@link #most}]. */
    double draw(RandomStream stream);

    /** Refuses bounds out of order. */
    static void requireAscending(double least, double most) {
        if (!(least < most && most - least < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("from " + least + " to " + most + " there is nothing");
        }
    }

    /** A law whose distribution function has an inverse. */
    sealed interface Inverted extends Law
            permits Uniform, Sine, Cosine, PowerLaw, LogUniform, ChirpMassLaw, MassRatioLaw, ComovingVolumeLaw {
        /**
         * The value below which a draw lies with probability {@code u}.
         *
         * @param u in [0, 1]
         */
        double quantile(double u);

        @Override
        default double draw(RandomStream stream) {
            // rounding may step over a bound by a unit of the last place
            return Math.clamp(quantile(stream.uniformDouble(0)), least(), most());
        }
    }

    /**
     * One value alone: bilby's {@code DeltaFunction}.
     *
     * @param value finite
     */
    record Fixed(double value) implements Law {
        /** Checks that it is finite. */
        public Fixed {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is not finite");
            }
        }

        @Override
        public double least() {
            return value;
        }

        @Override
        public double most() {
            return value;
        }

        @Override
        public double draw(RandomStream stream) {
            return value;
        }

        @Override
        public String text() {
            return PriorText.number(value);
        }
    }

    /**
     * Bilby's {@code Uniform}.
     *
     * @param least the lower bound
     * @param most the upper bound, above {@code least}
     */
    record Uniform(double least, double most) implements Inverted {
        /** Checks the order. */
        public Uniform {
            requireAscending(least, most);
        }

        @Override
        public double quantile(double u) {
            return Math.fma(u, most - least, least);
        }

        @Override
        public String text() {
            return PriorText.call("uniform", least, most);
        }
    }

    /**
     * Density ∝ sin x: bilby's {@code Sine}. x = acos(cos a − u·(cos a − cos b)).
     *
     * @param least a ≥ 0, in rad
     * @param most b ≤ π, above a
     */
    record Sine(double least, double most) implements Inverted {
        /** From 0 to π. */
        public static final Sine FULL = new Sine(0, Math.PI);

        /** Checks the order. */
        public Sine {
            requireAscending(least, most);
            if (least < 0 || most > Math.PI) {
                throw new IllegalArgumentException("the sine is negative somewhere from " + least + " to " + most);
            }
        }

        @Override
        public double quantile(double u) {
            double from = Trig.cos(least);
            return InverseTrig.acos(Math.clamp(Math.fma(-u, from - Trig.cos(most), from), -1, 1));
        }

        @Override
        public String text() {
            return equals(FULL) ? "sine" : PriorText.call("sine", least, most);
        }
    }

    /**
     * Density ∝ cos x: bilby's {@code Cosine}. x = asin(sin a + u·(sin b − sin a)).
     *
     * @param least a ≥ −π/2, in rad
     * @param most b ≤ π/2, above a
     */
    record Cosine(double least, double most) implements Inverted {
        /** From −π/2 to π/2. */
        public static final Cosine FULL = new Cosine(-Math.PI / 2, Math.PI / 2);

        /** Checks the order. */
        public Cosine {
            requireAscending(least, most);
            if (least < -Math.PI / 2 || most > Math.PI / 2) {
                throw new IllegalArgumentException("the cosine is negative somewhere from " + least + " to " + most);
            }
        }

        @Override
        public double quantile(double u) {
            double from = Trig.sin(least);
            return InverseTrig.asin(Math.clamp(Math.fma(u, Trig.sin(most) - from, from), -1, 1));
        }

        @Override
        public String text() {
            return equals(FULL) ? "cosine" : PriorText.call("cosine", least, most);
        }
    }

    /**
     * Density ∝ x^α: bilby's {@code PowerLaw}. With p = α + 1 and r = (b/a)^(−|p|): for p &gt; 0
     * x = b·(r + u·(1 − r))^(1/p), for p &lt; 0 x = a·(r + (1 − u)·(1 − r))^(1/p), for p = 0 {@link LogUniform}; where r
     * exceeds 1/e through log1p and expm1, so that nothing cancels as p → 0.
     *
     * @param alpha α, from −100 to 100
     * @param least a &gt; 0; 0 too if α &gt; −1
     * @param most b &gt; a
     */
    record PowerLaw(double alpha, double least, double most) implements Inverted {
        /** Checks the order and the exponent. */
        public PowerLaw {
            requireAscending(least, most);
            if (!(Math.abs(alpha) <= 100) || least < 0 || least == 0 && alpha <= -1) {
                throw new IllegalArgumentException("no power " + alpha + " from " + least + " to " + most);
            }
        }

        @Override
        public double quantile(double u) {
            double p = alpha + 1;
            if (p == 0) {
                return LogUniform.between(least, most, u);
            }
            double size = Math.abs(p) * StrictMath.log(most / least);
            double v = p > 0 ? u : 1 - u;
            double rest = -StrictMath.expm1(-size);
            double log = size < 1
                    ? StrictMath.log1p((v - 1) * rest)
                    : StrictMath.log(Math.fma(v, rest, StrictMath.exp(-size)));
            return (p > 0 ? most : least) * StrictMath.exp(log / p);
        }

        @Override
        public String text() {
            return PriorText.call("power-law", alpha, least, most);
        }
    }

    /**
     * Density ∝ 1/x: bilby's {@code LogUniform}. x = a·exp(u·ln(b/a)).
     *
     * @param least a &gt; 0
     * @param most b &gt; a
     */
    record LogUniform(double least, double most) implements Inverted {
        /** Checks the order. */
        public LogUniform {
            requireAscending(least, most);
            if (least <= 0) {
                throw new IllegalArgumentException("no logarithm of " + least);
            }
        }

        static double between(double least, double most, double u) {
            return least * Exp.exp(u * Log.log(most / least));
        }

        @Override
        public double quantile(double u) {
            return between(least, most, u);
        }

        @Override
        public String text() {
            return PriorText.call("log-uniform", least, most);
        }
    }
}
