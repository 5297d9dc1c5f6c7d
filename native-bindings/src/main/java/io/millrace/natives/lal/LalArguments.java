package io.millrace.natives.lal;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import io.millrace.waveform.parameters.Units;
import java.util.List;
import java.util.Optional;

/** What LAL's functions take, in SI units; checked beforehand, for LAL's error paths leak. */
final class LalArguments {
    /** A megaparsec in m, LAL's {@code 1e6 · LAL_PC_SI}, multiplied in this order. */
    private static final double PARSEC = 30856775814913672.0;

    private static final List<Parameter> ANGLES =
            List.of(Parameter.IOTA, Parameter.PHASE, Parameter.LONGITUDE_ASCENDING_NODES, Parameter.MEAN_PER_ANO);

    private LalArguments() {}

    /** kg. */
    static double mass(Point point, Parameter parameter) {
        return point.get(parameter) * Units.SUN_KILOGRAMS;
    }

    /** m. */
    static double distance(Point point) {
        return point.get(Parameter.LUMINOSITY_DISTANCE) * 1e6 * PARSEC;
    }

    /** Why no model whatever has a waveform there. */
    static Optional<String> refusal(Point point) {
        for (Parameter positive : List.of(Parameter.MASS_1, Parameter.MASS_2, Parameter.LUMINOSITY_DISTANCE)) {
            double value = point.get(positive);
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                return refused(positive, value, "more than 0");
            }
        }
        for (Parameter angle : ANGLES) {
            if (!Double.isFinite(point.get(angle))) {
                return refused(angle, point.get(angle), "any finite angle");
            }
        }
        double eccentricity = point.get(Parameter.ECCENTRICITY);
        if (!(eccentricity >= 0 && eccentricity < 1)) {
            return refused(Parameter.ECCENTRICITY, eccentricity, "0 to less than 1");
        }
        return spinRefusal(point, 1, Parameter.SPIN_1X, Parameter.SPIN_1Y, Parameter.SPIN_1Z)
                .or(() -> spinRefusal(point, 2, Parameter.SPIN_2X, Parameter.SPIN_2Y, Parameter.SPIN_2Z));
    }

    private static Optional<String> spinRefusal(Point point, int body, Parameter x, Parameter y, Parameter z) {
        double square =
                Math.fma(point.get(x), point.get(x), Math.fma(point.get(y), point.get(y), point.get(z) * point.get(z)));
        // a unit vector's components, each rounded, may miss 1 by as much
        if (!(square <= 1 + 4 * Math.ulp(1.0))) {
            return Optional.of("the spin of body " + body + " is " + Math.sqrt(square) + ": allowed is at most 1");
        }
        return Optional.empty();
    }

    private static Optional<String> refused(Parameter parameter, double value, String allowed) {
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        return Optional.of(parameter.text() + " is " + value + unit + ": allowed is " + allowed);
    }

    /** Why a model that takes only such spins has no waveform there. */
    static Optional<String> refusal(Point point, LalApproximant approximant) {
        boolean aligned = point.get(Parameter.SPIN_1Z) != 0 || point.get(Parameter.SPIN_2Z) != 0;
        return switch (approximant.spins()) {
            case NONE ->
                point.precessing() || aligned ? Optional.of(approximant.name() + " takes no spins") : Optional.empty();
            case ALIGNED ->
                point.precessing()
                        ? Optional.of(approximant.name() + " takes aligned spins only: x and y components must be 0")
                        : Optional.empty();
            case SINGLE, PRECESSING, UNKNOWN -> Optional.empty();
        };
    }
}
