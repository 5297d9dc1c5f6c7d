package io.millrace.pde;

import io.millrace.generator.GenerationException;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.pde.spectral.Vorticity;
import io.millrace.pde.volume.Muscl;
import io.millrace.pde.volume.Sorption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is scalar of trajectories, for whoever solves them elsewhere: parameters, initial conditions, the numbers of a solver's steps. One thread's.
 * Class: reproducible.
 */
public final class Prologue {
    /**
     * A part of time in which steps are of one length.
     *
     * @param steps how many
     * @param length of each
     */
    public record Part(int steps, double length) {}

    /** What steps are counted for. */
    private record Asked(Scheme scheme, int finer) {}

    private final PdeSpec spec;
    /** Counted once: stability is looked at mode by mode. */
    private final Map<Asked, Integer> steps = new HashMap<>();

    private final Map<Scheme, Integer> halvings = new EnumMap<>(Scheme.class);
    private final Conditions conditions;
    private final double[] values;
    /** By how fine they are; of one dimension, or of two. */
    private final Map<Integer, Etdrk4> etds = new HashMap<>();

    private final Map<Integer, Vorticity> squares = new HashMap<>();

    private long index;
    private int attempt;

    Prologue(PdeSpec spec, long seed) {
        this.spec = spec;
        conditions = new Conditions(spec, seed);
        values = new double[spec.equation().letters.size()];
    }

    /** Draws an attempt of a trajectory. */
    public void draw(long index, int attempt) {
        this.index = index;
        this.attempt = attempt;
        conditions.parameters(index, attempt, values);
    }

    /**
     * The attempt that follows one that left the finite.
     *
     * @throws GenerationException after the last
     */
    public int next(long index, int attempt) {
        return PdeWorker.again(index, attempt);
    }

    /** The values of the equation's letters, of what was drawn last; the array is overwritten by the next. */
    public double[] values() {
        return values;
    }

    /** How it is solved. */
    public Scheme scheme() {
        return spec.schemeOf(values);
    }

    /** Its u at time 0, number j at {@code u[j]}. */
    public void field(double[] u) {
        field(spec.points(), u);
    }

    /** The same on a grid of so many points, of one dimension. */
    public void field(int points, double[] u) {
        conditions.field(index, attempt, points, u, 0, 1);
    }

    /** Steps from a frame to the next; {@code finer} of those that are certified. */
    public int steps(Scheme scheme, int finer) {
        return steps.computeIfAbsent(new Asked(scheme, finer), asked -> spec.stepsOfFrame(asked.scheme, asked.finer));
    }

    /** How often the first frame's interval is halved; each of its parts has as many steps as a frame. */
    public int halvings(Scheme scheme) {
        return halvings.computeIfAbsent(scheme, spec::halvings);
    }

    /** All parts of a trajectory's time: one more than {@link #halvings} up to frame 1, then one from each frame to the next. */
    public List<Part> parts(Scheme scheme, int finer) {
        Clock clock = Clock.of(spec, scheme, steps(scheme, finer), finer);
        return IntStream.range(0, clock.halvings() + spec.frames() - 1)
                .mapToObj(part -> new Part(clock.steps(part), clock.length(part)))
                .toList();
    }

    /**
     * {@link Etdrk4#numbers} of its modes, or {@link Vorticity#numbers}; overwritten by the next.
     *
     * @param finer times the points, with the steps that these have
     * @param part of the steps: 2<sup>part − halvings</sup> times as long as a frame's, part 0 … {@link #halvings}
     */
    public List<double[]> modes(int finer, int part) {
        double step = Math.scalb(spec.interval(), part - halvings(Scheme.SPECTRAL)) / steps(Scheme.SPECTRAL, finer);
        if (spec.equation().dimensions == 2) {
            Vorticity square = square(finer);
            square.equation(values[0], values[1], spec.length(), step, finer);
            return square.numbers();
        }
        Etdrk4 etd =
                etds.computeIfAbsent(finer, _ -> new PdeScalar().etd(finer * spec.points(), 1, spec.equation().power));
        int modes = Etdrk4.modes(etd.points(), spec.equation().power);
        etd.equation(0, spec.equation().semilinear(modes, spec.length(), values), step);
        return etd.numbers();
    }

    private Vorticity square(int finer) {
        return squares.computeIfAbsent(finer, _ -> new PdeScalar().vorticity(finer * spec.points(), spec.length()));
    }

    /** {@link Vorticity#push} of what {@link #modes} was asked of last. */
    public double[] push(int finer) {
        return square(finer).push();
    }

    /** {@link Vorticity#waves} of {@code finer} times the points, which all trajectories share. */
    public List<double[]> waves(int finer) {
        return square(finer).waves();
    }

    /** {@link Muscl#ratio} and {@link Muscl#gradient} of cells {@code finer} times as many, with the steps that these have. */
    public double[] cells(int finer) {
        Muscl muscl = new PdeScalar().muscl(finer * spec.points());
        new VolumeSolver(spec, steps(Scheme.FINITE_VOLUME, finer), finer, muscl).set(0, values);
        return new double[] {muscl.ratio(), muscl.gradient()};
    }

    /** {@link Sorption#numbers} on cells {@code finer} times as many. */
    public double[] walls(int finer) {
        Sorption sorption = new PdeScalar().sorption(finer * spec.points(), 1);
        new SorptionSolver(spec, steps(Scheme.FINITE_VOLUME, finer), finer, sorption).set(0, values);
        return sorption.numbers(0);
    }

    /** What is known of the error of what was drawn last where it is not solved again; NaN: nothing. */
    public double knownError() {
        return spec.knownError(index, values);
    }

    /** Whether a trajectory is solved again, finer. */
    public boolean certified(long index) {
        return spec.certified(index);
    }

    /** What trajectories tell of their errors. */
    public Certificate newCertificate() {
        return new Certificate(spec.numbers());
    }
}
