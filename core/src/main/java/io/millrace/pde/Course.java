package io.millrace.pde;

import io.millrace.batch.DType;
import io.millrace.pde.spectral.EtdStability;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Semilinear;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * How many steps an equation needs from a frame to the next, on its grid.
 *
 * @param points of the grid that is solved on
 * @param split how many of them are a point of the spec's
 */
record Course(
        Equation equation,
        int points,
        double length,
        double interval,
        double end,
        Scheme scheme,
        Initial initial,
        List<ParameterLaw> laws,
        DType dtype,
        int split) {
    /** Of {@link Equation#rate}, in a step, where u is written as f8; what steps in time cost of Burgers' equation stays near 1e-9. */
    private static final double FINE = 0.5;
    /** Where u is written as f4 or f2: near 1e-7, which is what rounding costs there. */
    private static final double COARSE = 2;
    /** The mode whose diffusion the first steps resolve. */
    private static final int SMOOTHED = 16;
    /** Modes that are looked at for stability, at most. */
    private static final int PROBES = 128;

    /** Implicit steps of the first frame where u is written as f4 or f2: errors of 2e-5. */
    private static final int IMPLICIT = 16;

    private static final int MOST_HALVINGS = 20;

    private double[] most() {
        return laws.stream().mapToDouble(ParameterLaw::most).toArray();
    }

    private int modes() {
        return equation.power == 0 ? 1 : Etdrk4.modes(points, equation.power);
    }

    private double highest() {
        return 2 * Math.PI * (modes() - 1) / length * Math.sqrt(equation.dimensions);
    }

    /** By exponential time differencing. */
    long spectral() {
        if (equation.power == 0) {
            return 1;
        }
        double rate = 0;
        for (double[] values : corners()) {
            rate = Math.max(rate, equation.rate(highest(), initial.bound, values, length, end));
        }
        rate *= equation.accuracy;
        long steps = steps(rate / (dtype == DType.F8 ? FINE : COARSE));
        return steps > PdeSpec.MOST_STEPS ? steps : stableSpectral(steps);
    }

    /**
     * How often the first frame's interval is halved, each part then having as many steps as a frame: at first u has modes that diffusion soon has away, and what is not linear
     * changes as fast as they do. Where u jumps at a wall, diffusion across a cell is resolved.
     */
    int halvings(Scheme chosen, long steps) {
        boolean walls = equation == Equation.DIFFUSION_SORPTION;
        if (chosen == Scheme.FINITE_VOLUME && !walls) {
            return 0;
        }
        double k = walls ? points / length : 2 * Math.PI * SMOOTHED / length;
        double decay = equation.diffusion(most()) * k * k * interval / steps;
        int halvings = 0;
        for (; decay > 1 && halvings < MOST_HALVINGS; decay /= 2) {
            halvings++;
        }
        return halvings;
    }

    /** Whether so many steps by exponential time differencing are stable for all parameters, |u| at its bound. */
    boolean stable(long steps) {
        if (equation.power == 0) {
            return true;
        }
        boolean stable = true;
        for (double[] values : corners()) {
            if (equation == Equation.BURGERS && scheme == Scheme.AUTO && unresolved(values[0])) {
                values[0] = resolved();
            }
            stable &= stable(interval / steps, values);
        }
        return stable;
    }

    /** The least and the largest values of the letters, all together. */
    private List<double[]> corners() {
        List<double[]> corners = new ArrayList<>();
        for (int corner = 0; corner < 1 << laws.size(); corner++) {
            double[] values = new double[laws.size()];
            for (int letter = 0; letter < values.length; letter++) {
                ParameterLaw law = laws.get(letter);
                values[letter] = (corner >> letter & 1) == 0 ? law.least() : law.most();
            }
            corners.add(values);
        }
        return corners;
    }

    private boolean stable(double step, double[] values) {
        int modes = modes();
        Semilinear linear = equation.semilinear(modes, length, values);
        int stride = Math.max(1, modes / PROBES);
        for (int m = modes - 1; m >= 0; m -= stride) {
            double re = step * linear.linear()[m];
            double im = linear.dispersive() ? step * linear.dispersion()[m] : 0;
            double highest = 2 * Math.PI * m / length * Math.sqrt(equation.dimensions);
            double rate = step * equation.rate(highest, initial.bound, values, length, end);
            boolean still = equation.advective
                    ? EtdStability.stable(re, im, 0, rate) && EtdStability.stable(re, im, 0, -rate)
                    : EtdStability.stable(re, im, -rate, 0);
            if (!still) {
                return false;
            }
        }
        return true;
    }

    /** So many steps by exponential time differencing, or, if they are not stable, more that are: the fewest, where all above are stable, too. */
    long stableSpectral(long steps) {
        return stable(steps) ? steps : fewest(steps, this::stable);
    }

    private static long fewest(long not, LongPredicate enough) {
        long few = not;
        long many = 2 * not;
        while (!enough.test(many)) {
            few = many;
            many *= 2;
        }
        while (many - few > 1) {
            long middle = (few + many) / 2;
            if (enough.test(middle)) {
                many = middle;
            } else {
                few = middle;
            }
        }
        return many;
    }

    /** By finite volumes: half of the largest stable step; of implicit ones what errors of the grid ask for. */
    long volumes() {
        if (equation == Equation.DIFFUSION_SORPTION) {
            return dtype == DType.F8 ? 2 * IMPLICIT : IMPLICIT;
        }
        long stable = stableVolumes();
        return stable > PdeSpec.MOST_STEPS ? stable : 2 * stable;
    }

    /** By finite volumes, the fewest that are stable: h(|u|/Δx + 2κ/Δx²) ≤ 1. */
    long stableVolumes() {
        if (equation != Equation.BURGERS) {
            return 1;
        }
        double width = length / points;
        double diffusion = equation.diffusion(most());
        if (scheme == Scheme.AUTO) {
            diffusion = Math.min(diffusion, Equation.burgersDiffusion(resolved()));
        }
        return steps(initial.bound / width + 2 * diffusion / (width * width));
    }

    private long steps(double rate) {
        return Math.max(1, (long) Math.ceil(rate * interval));
    }

    /** Whether Burgers' equation of this ν has shocks that modes do not resolve. */
    boolean unresolved(double nu) {
        return nu < resolved();
    }

    /** The least ν of which modes do: κ = max|u|·Δx. */
    private double resolved() {
        return Math.PI * initial.bound * length * split / points;
    }

    boolean leastIsUnresolved() {
        return equation == Equation.BURGERS && unresolved(laws.getFirst().least());
    }

    boolean allUnresolved() {
        return equation == Equation.BURGERS && unresolved(laws.getFirst().most());
    }
}
