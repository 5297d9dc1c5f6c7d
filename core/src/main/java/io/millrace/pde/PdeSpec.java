package io.millrace.pde;

import io.millrace.batch.DType;
import io.millrace.fft.FftPlan;
import io.millrace.spec.Decimal;
import io.millrace.spec.Settings;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trajectories of one equation. Keys, defaults and ranges: {@link PdeKeys}.
 *
 * @param equation what is solved
 * @param points of the grid (j + ½)ℓ/points, of each side of a square, even, 8 … {@value #MOST_POINTS}, no prime factor of half of it above 61
 * @param length ℓ
 * @param frames that are stored, the initial condition first, 2 … {@value #MOST_FRAMES}
 * @param end time of the last
 * @param scheme how it is solved
 * @param steps between two frames; 0: as many as the equation needs
 * @param initial family of the initial conditions
 * @param laws of the equation's letters, in their order
 * @param certify one trajectory in so many is solved again on twice the points with half the step; 0: none
 * @param dtype of u: f2, f4 or f8
 */
public record PdeSpec(
        Equation equation,
        int points,
        double length,
        int frames,
        double end,
        Scheme scheme,
        int steps,
        Initial initial,
        List<ParameterLaw> laws,
        int certify,
        DType dtype)
        implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "pde";

    /** The most points. */
    public static final int MOST_POINTS = 1 << 16;

    /** The most points of a side in two dimensions. */
    public static final int MOST_OF_A_SIDE = 512;

    /** The most frames. */
    public static final int MOST_FRAMES = 100_000;

    /** The most steps between two frames. */
    public static final int MOST_STEPS = 1_000_000;

    /** Numbers of a trajectory. */
    private static final long MOST_NUMBERS = 1L << 28;

    /** PDEBench's Burgers data at ν = 0.01: every key's default. */
    public static final PdeSpec DEFAULT = PdeKeys.parse(Map.of());

    /**
     * Checks each component, and that they go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public PdeSpec {
        laws = List.copyOf(laws);
        if (points < 8 || points > MOST_POINTS || points % 2 != 0 || !transforms(points / 2)) {
            throw new SpecException(
                    "points",
                    points,
                    "even numbers from 8 to " + MOST_POINTS + " without prime factors above " + FftPlan.LARGEST_PRIME);
        }
        if (!(length >= 1e-3 && length <= 1e6)) {
            throw new SpecException("length", length, "0.001 to 1000000");
        }
        if (frames < 2 || frames > MOST_FRAMES) {
            throw new SpecException("frames", frames, "2 to " + MOST_FRAMES);
        }
        if (!(end > 0 && end <= 1e6)) {
            throw new SpecException("t-end", end, "above 0, up to 1000000");
        }
        if (steps < 0 || steps > MOST_STEPS) {
            throw new SpecException("steps", steps, "auto, or 1 to " + MOST_STEPS);
        }
        if (certify < 0) {
            throw new SpecException("certify", certify, "0 or more");
        }
        if (laws.size() != equation.letters.size()) {
            throw new IllegalArgumentException(laws.size() + " laws for the letters " + equation.letters);
        }
        if (dtype != DType.F2 && dtype != DType.F4 && dtype != DType.F8) {
            throw new SpecException("dtype", dtype.descr(), "f2, f4 or f8");
        }
        if (equation.dimensions == 2 && points > MOST_OF_A_SIDE) {
            throw new SpecException("points", points, "8 to " + MOST_OF_A_SIDE + " a side of a square");
        }
        long all = (equation.dimensions == 2 ? (long) points * points : points) * frames;
        if (all > MOST_NUMBERS) {
            throw new SpecException(
                    "points times frames are " + all + " numbers of one trajectory: allowed are " + MOST_NUMBERS);
        }
        if (equation == Equation.KURAMOTO_SIVASHINSKY && !(length > 2 * Math.PI)) {
            throw new SpecException(
                    "length",
                    Decimal.text(length),
                    "above 2π for kuramoto-sivashinsky: on shorter ones every wave decays");
        }
        if (scheme != Scheme.AUTO && scheme != equation.usual && equation != Equation.BURGERS) {
            throw new SpecException("scheme", Settings.kebab(scheme), "auto or " + Settings.kebab(equation.usual));
        }
        if (!equation.initials.contains(initial) && initial != Initial.AUTO) {
            throw new SpecException(
                    "initial",
                    Settings.kebab(initial),
                    "auto, " + equation.initials.stream().map(Settings::kebab).collect(Collectors.joining(", ")));
        }
        check(
                new Course(
                        equation,
                        points,
                        length,
                        end / (frames - 1),
                        end,
                        scheme,
                        family(equation, initial),
                        laws,
                        dtype,
                        1),
                steps);
    }

    /** Steps that are stable, and not too many. */
    private static void check(Course course, int steps) {
        Equation equation = course.equation();
        Scheme scheme = course.scheme();
        boolean volumes = equation == Equation.BURGERS
                && (scheme == Scheme.FINITE_VOLUME || scheme == Scheme.AUTO && course.leastIsUnresolved());
        boolean modes = equation.usual == Scheme.SPECTRAL
                && scheme != Scheme.FINITE_VOLUME
                && !(scheme == Scheme.AUTO && course.allUnresolved());
        if (steps == 0) {
            if (modes && course.spectral() > MOST_STEPS || volumes && course.volumes() > MOST_STEPS) {
                throw tooMany(course);
            }
        } else if (volumes && steps < course.stableVolumes()) {
            throw unstable(course, steps, "finite volumes are", course.stableVolumes());
        } else if (modes && !course.stable(steps)) {
            throw unstable(course, steps, "exponential time differencing is", course.stableSpectral(steps));
        }
    }

    private static SpecException tooMany(Course course) {
        return new SpecException(
                "t-end",
                Decimal.text(course.end()),
                "less, or more frames: from one to the next " + MOST_STEPS + " steps would not do");
    }

    private static SpecException unstable(Course course, int steps, String what, long stable) {
        if (stable > MOST_STEPS) {
            return tooMany(course);
        }
        return new SpecException(
                "steps",
                steps,
                "auto, or " + stable + " and more: " + what + " stable up to steps of "
                        + Decimal.text(course.interval() / stable));
    }

    private static boolean transforms(int half) {
        try {
            FftPlan.of(half);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The family of the initial conditions. */
    public Initial family() {
        return family(equation, initial);
    }

    private static Initial family(Equation equation, Initial initial) {
        return initial == Initial.AUTO ? equation.initials.getFirst() : initial;
    }

    private Course course() {
        return course(1);
    }

    private Course course(int finer) {
        return new Course(equation, finer * points, length, interval(), end, scheme, family(), laws, dtype, finer);
    }

    /** Steps from a frame to the next. */
    public int stepsOfFrame(Scheme chosen) {
        return stepsOfFrame(chosen, 1);
    }

    /** The same, {@code finer} times as many, no fewer than are stable on as many times the points. */
    int stepsOfFrame(Scheme chosen, int finer) {
        boolean volumes = chosen == Scheme.FINITE_VOLUME;
        long own = steps > 0 ? steps : volumes ? course().volumes() : course().spectral();
        Course there = course(finer);
        return Math.toIntExact(
                finer == 1
                        ? own
                        : volumes ? Math.max(finer * own, there.stableVolumes()) : there.stableSpectral(finer * own));
    }

    /** How often the first frame's interval is halved where steps are chosen: see {@link Course#halvings}. */
    int halvings(Scheme chosen) {
        return steps > 0 ? 0 : course().halvings(chosen, stepsOfFrame(chosen));
    }

    /** How a trajectory of these values of the equation's letters is solved. */
    Scheme schemeOf(double[] values) {
        if (scheme != Scheme.AUTO) {
            return scheme;
        }
        boolean unresolved = equation == Equation.BURGERS && course().unresolved(values[0]);
        return unresolved ? Scheme.FINITE_VOLUME : equation.usual;
    }

    /** Numbers of a frame. */
    public int numbers() {
        return equation.dimensions == 2 ? points * points : points;
    }

    /** Whether a trajectory is solved again, finer: advection, which is exact, never is. */
    boolean certified(long index) {
        return equation != Equation.ADVECTION && chosen(index);
    }

    private boolean chosen(long index) {
        return certify > 0 && index % certify == 0;
    }

    /**
     * What is known of a trajectory's error where it is not solved again: of advection, of those that are certified, the rounding of its highest mode's turn; else NaN.
     *
     * @param values of the equation's letters
     */
    double knownError(long index, double[] values) {
        boolean exact = equation == Equation.ADVECTION && chosen(index);
        return exact ? Math.PI * points * Math.abs(values[0]) * end / length * 0x1p-53 : Double.NaN;
    }

    /** Steps of a whole trajectory by a scheme; by {@link Scheme#AUTO} by the equation's usual one. */
    public long steps(Scheme asked) {
        Scheme chosen = asked == Scheme.AUTO ? equation.usual : asked;
        long each = stepsOfFrame(chosen);
        if (equation == Equation.ADVECTION) {
            return 0;
        }
        int parts = halvings(chosen);
        boolean slowing = equation == Equation.DIFFUSION_SORPTION && steps == 0;
        long all = (parts + 1) * each;
        for (int frame = 1; frame < frames - 1; frame++) {
            all += slowing ? Math.ceilDiv(each, frame) : each;
        }
        return all;
    }

    /** Time from a frame to the next. */
    public double interval() {
        return end / (frames - 1);
    }

    /** This spec with one key changed, in the text form of {@link PdeKeys}. */
    public PdeSpec with(String key, Object value) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.put(key, value.toString());
        return PdeKeys.parse(settings);
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return PdeKeys.settings(this);
    }
}
