package io.millrace.pde;

import io.millrace.pde.spectral.Etdrk4;
import java.util.List;

/** How many steps an equation needs from a frame to the next, on its grid. */
record Course(Equation equation, int points, double length, double interval, Initial initial, List<ParameterLaw> laws) {
    /** Of {@link Equation#rate}, in a step: the fourth power of it is an error. */
    private static final double RATE_OF_A_STEP = 0.5;

    private double[] most() {
        return laws.stream().mapToDouble(ParameterLaw::most).toArray();
    }

    /** By exponential time differencing. */
    long spectral() {
        int modes = equation.power == 0 ? 1 : Etdrk4.modes(points, equation.power);
        double rate = equation.rate(2 * Math.PI * (modes - 1) / length, initial.bound, most());
        return steps(rate / RATE_OF_A_STEP);
    }

    /** By finite volumes: half of the largest stable step. */
    long volumes() {
        return 2 * stableVolumes();
    }

    /** By finite volumes, the fewest that are stable: h(|u|/Δx + 2κ/Δx²) ≤ 1. */
    long stableVolumes() {
        if (equation != Equation.BURGERS) {
            return 1;
        }
        double width = length / points;
        double diffusion = Equation.burgersDiffusion(laws.getFirst().most());
        double bounded = Math.min(diffusion, initial.bound * width);
        return steps(initial.bound / width + 2 * bounded / (width * width));
    }

    private long steps(double rate) {
        return Math.max(1, (long) Math.ceil(rate * interval));
    }

    /** Whether Burgers' equation of this ν has shocks that modes do not resolve. */
    boolean unresolved(double nu) {
        return Equation.burgersDiffusion(nu) < initial.bound * length / points;
    }

    boolean leastIsUnresolved() {
        return equation == Equation.BURGERS && unresolved(laws.getFirst().least());
    }
}
