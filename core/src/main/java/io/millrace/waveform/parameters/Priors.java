package io.millrace.waveform.parameters;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.Nearest;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters drawn from independent laws by bilby's names, an attempt at a time, and void where a constraint fails.
 *
 * <ul>
 *   <li>Masses: laws of exactly two independent ones of mass_1, mass_2, chirp_mass, mass_ratio (m₂/m₁), total_mass,
 *       symmetric_mass_ratio. Without any, chirp_mass and mass_ratio have dingo-gw's laws, 25 to 100 and 0.125 to 1, and
 *       without any constraint on masses mass_1 and mass_2 lie between 10 and 80 as there.
 *   <li>Each spin: {@code chi_k}, or {@code a_k} with {@code tilt_k}, or {@code spin_kx}, {@code spin_ky}, {@code spin_kz}.
 *       Without any, both are aligned, up to 0.99.
 *   <li>The inclination: {@code theta_jn}, or {@code iota} unless spins are tilted; sine if neither is given.
 *   <li>luminosity_distance: 100 Mpc; phase: from 0 to 2π; with detectors ra from 0 to 2π, dec cosine, psi from 0 to π.
 *   <li>Everything else is 0.
 * </ul>
 *
 * <p>Each name has a random stream of its own, so that a law added or changed leaves the other draws as they are.
 */
public final class Priors implements ParameterSource {
    /** The name that the random key is made of. */
    static final String WORKLOAD = "waveform";

    /** Masses come first in the order of quantities, and exactly two are drawn. */
    private static final int DRAWN_MASSES = 2;

    private static final Set<Quantity> SKY = EnumSet.of(Quantity.RA, Quantity.DEC, Quantity.PSI);

    private static final Set<Quantity> CONSTRAINABLE = constrainable();

    private final Map<Quantity, Prior> given;
    private final double referenceFrequency;
    private final boolean sky;
    private final Quantity[] drawn;
    private final Law[] laws;
    private final Quantity[] constrained;
    private final Constraint[] constraints;
    private final int massConstraints;
    private final Conversion conversion;
    private final List<Column> columns;
    private final Quantity[] extra;

    private Priors(Map<Quantity, Prior> given, double referenceFrequency, boolean sky) {
        this.given = given;
        this.referenceFrequency = referenceFrequency;
        this.sky = sky;
        Map<Quantity, Law> laws = new EnumMap<>(Quantity.class);
        Map<Quantity, Constraint> constraints = new EnumMap<>(Quantity.class);
        given.forEach((quantity, prior) -> {
            require(quantity, prior, sky);
            switch (prior) {
                case Law law -> laws.put(quantity, law);
                case Constraint constraint -> constraints.put(quantity, constraint);
            }
        });
        addDefaults(laws, constraints, sky);
        requireSpins(laws);
        this.conversion = new Conversion(laws.keySet(), referenceFrequency);
        this.drawn = laws.keySet().toArray(Quantity[]::new);
        this.laws = laws.values().toArray(Law[]::new);
        this.constrained = constraints.keySet().toArray(Quantity[]::new);
        this.constraints = constraints.values().toArray(Constraint[]::new);
        this.massConstraints = (int)
                constraints.keySet().stream().filter(Quantity.MASSES::contains).count();
        this.extra = laws.keySet().stream()
                .filter(quantity -> quantity.parameter().isEmpty())
                .toArray(Quantity[]::new);
        List<Column> columns = new ArrayList<>(GivenParameters.columns(sky));
        for (Quantity quantity : extra) {
            columns.add(new Column(quantity.text(), quantity.unit()));
        }
        this.columns = List.copyOf(columns);
    }

    /**
     * Draws from these priors; names without one have their default.
     *
     * @param given by bilby's names
     * @param referenceFrequency f_ref in Hz, at which tilts are meant; &gt; 0 where there are tilts
     * @param sky whether waveforms are projected onto detectors, so that ra, dec and psi are drawn
     * @throws SpecException for a name that does not exist, a value out of its range, and names that do not go together
     */
    public static Priors of(Map<String, Prior> given, double referenceFrequency, boolean sky) {
        Map<Quantity, Prior> priors = new EnumMap<>(Quantity.class);
        given.forEach((name, prior) -> priors.put(
                Quantity.named(name)
                        .orElseThrow(() -> new SpecException("there is no parameter '" + name + "' ("
                                + String.join(" or ", Nearest.to(name, ParameterKeys.NAMES)) + "?)")),
                prior));
        return new Priors(priors, referenceFrequency, sky);
    }

    private static void require(Quantity quantity, Prior prior, boolean sky) {
        if (!sky && SKY.contains(quantity)) {
            throw new SpecException(quantity.text(), prior.text(), "nothing as long as there are no detectors");
        }
        if (prior instanceof Constraint) {
            if (!CONSTRAINABLE.contains(quantity)) {
                throw new SpecException(
                        quantity.text(),
                        prior.text(),
                        "a law; constraints are for masses, a_1, a_2, spin_1x to spin_2z and iota");
            }
        } else if (!quantity.range().holds(prior.least()) || !quantity.range().holds(prior.most())) {
            throw new SpecException(quantity.text(), prior.text(), "a number or a law " + quantity.range().text);
        }
    }

    private static void addDefaults(Map<Quantity, Law> laws, Map<Quantity, Constraint> constraints, boolean sky) {
        if (Quantity.MASSES.stream().noneMatch(laws::containsKey)) {
            boolean free = Quantity.MASSES.stream().noneMatch(constraints::containsKey);
            laws.put(Quantity.CHIRP_MASS, new ChirpMassLaw(25, 100));
            laws.put(Quantity.MASS_RATIO, new MassRatioLaw(0.125, 1));
            if (free) {
                constraints.put(Quantity.MASS_1, new Constraint(10, 80));
                constraints.put(Quantity.MASS_2, new Constraint(10, 80));
            }
        }
        if (Quantity.SPINS.stream().noneMatch(laws::containsKey)) {
            laws.put(Quantity.CHI_1, new AlignedSpin(0.99));
            laws.put(Quantity.CHI_2, new AlignedSpin(0.99));
        }
        if (!laws.containsKey(Quantity.IOTA) && !laws.containsKey(Quantity.THETA_JN)) {
            boolean tilted = laws.containsKey(Quantity.TILT_1) || laws.containsKey(Quantity.TILT_2);
            laws.put(tilted ? Quantity.THETA_JN : Quantity.IOTA, Law.Sine.FULL);
        }
        laws.putIfAbsent(Quantity.LUMINOSITY_DISTANCE, new Law.Fixed(100));
        laws.putIfAbsent(Quantity.PHASE, new Law.Uniform(0, 2 * Math.PI));
        if (sky) {
            laws.putIfAbsent(Quantity.RA, new Law.Uniform(0, 2 * Math.PI));
            laws.putIfAbsent(Quantity.DEC, Law.Cosine.FULL);
            laws.putIfAbsent(Quantity.PSI, new Law.Uniform(0, Math.PI));
        }
    }

    /** Components whose laws never make a spin of at most 1. */
    private static void requireSpins(Map<Quantity, Law> laws) {
        for (List<Quantity> components : List.of(
                List.of(Quantity.SPIN_1X, Quantity.SPIN_1Y, Quantity.SPIN_1Z),
                List.of(Quantity.SPIN_2X, Quantity.SPIN_2Y, Quantity.SPIN_2Z))) {
            double square = 0;
            for (Quantity component : components) {
                Law law = laws.get(component);
                double least = law == null ? 0 : Math.clamp(0, law.least(), law.most());
                square += least * least;
            }
            if (square > 1 + 1e-12) {
                throw new SpecException(String.join(
                                ", ", components.stream().map(Quantity::text).toList())
                        + " make a spin of the magnitude " + Math.sqrt(square) + " or more: allowed is at most 1");
            }
        }
    }

    private static Set<Quantity> constrainable() {
        Set<Quantity> quantities = EnumSet.copyOf(Quantity.MASSES);
        quantities.addAll(EnumSet.range(Quantity.SPIN_1X, Quantity.A_2));
        quantities.add(Quantity.IOTA);
        return quantities;
    }

    /** What was given, by bilby's names, without the defaults. */
    public Map<String, Prior> given() {
        Map<String, Prior> priors = new LinkedHashMap<>();
        given.forEach((quantity, prior) -> priors.put(quantity.text(), prior));
        return priors;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean drawn() {
        return true;
    }

    @Override
    public Reader newReader(long seed) {
        return new Draw(new RandomStream(Philox.of(WORKLOAD, seed)));
    }

    private final class Draw implements Reader {
        private final RandomStream random;
        private final double[] values = new double[Quantity.values().length];

        Draw(RandomStream random) {
            this.random = random;
        }

        @Override
        public boolean read(long index, int attempt, Point point, double[] row, int at) {
            // most attempts that are void fail at the masses: the rest need not be drawn
            draw(index, attempt, 0, DRAWN_MASSES);
            if (conversion.masses(values, point) != null || !hold(point, 0, massConstraints)) {
                return false;
            }
            draw(index, attempt, DRAWN_MASSES, drawn.length);
            int next = at + columns.size() - extra.length;
            for (Quantity quantity : extra) {
                row[next++] = values[quantity.ordinal()];
            }
            if (conversion.rest(values, point) != null || !hold(point, massConstraints, constrained.length)) {
                return false;
            }
            GivenParameters.write(point, sky, row, at);
            return true;
        }

        private void draw(long index, int attempt, int from, int to) {
            for (int i = from; i < to; i++) {
                values[drawn[i].ordinal()] = laws[i] instanceof Law.Fixed fixed
                        ? fixed.value()
                        : laws[i].draw(random.at(index, attempt, drawn[i].stream()));
            }
        }

        private boolean hold(Point point, int from, int to) {
            for (int i = from; i < to; i++) {
                if (!constraints[i].holds(derived(constrained[i], point))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static double derived(Quantity quantity, Point point) {
        return switch (quantity) {
            case A_1 -> Spins.first(point);
            case A_2 -> Spins.second(point);
            default ->
                Quantity.MASSES.contains(quantity)
                        ? Masses.derived(quantity, point)
                        : point.get(quantity.parameter().orElseThrow());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Priors priors
                && given.equals(priors.given)
                && referenceFrequency == priors.referenceFrequency
                && sky == priors.sky;
    }

    @Override
    public int hashCode() {
        return given.hashCode() + 31 * Double.hashCode(referenceFrequency) + Boolean.hashCode(sky);
    }

    @Override
    public String toString() {
        return ParameterKeys.settings(this).toString();
    }
}
