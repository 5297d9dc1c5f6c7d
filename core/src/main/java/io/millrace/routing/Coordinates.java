package io.millrace.routing;

import io.millrace.spec.Settings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A law of coordinates.
 *
 * @param kind the family
 * @param modes for {@link Kind#GAUSSIAN_MIXTURE}: the number of modes m; else 0
 * @param spread for {@link Kind#GAUSSIAN_MIXTURE}: centres are U[0, c]²; else 0
 */
public record Coordinates(Kind kind, int modes, int spread) {
    /** The families. */
    public enum Kind {
        /** Depot and customers i.i.d. U[0,1)² (Kool et al. 2019). */
        UNIFORM,
        /**
         * k = 3 centres U[.2,.8]², customers split equally, N(c, .07²·I), clamped to [0,1]; the depot uniform (Bi et al. 2022).
         */
        CLUSTER,
        /** Uniform, then a random half of the customers replaced by one cluster (Bi et al. 2022). */
        MIXED,
        /** One of MIXED (p ≤ .33), CLUSTER (p ≤ .66), UNIFORM, drawn per instance (Bi et al. 2022). */
        MIX_DISTRIBUTION,
        /**
         * Each node picks one of m modes; centres U[0,c]², covariance I; min–max scaled per axis. (0,0) is UNIFORM. (1,1) is
         * N(½, [[1,ρ],[ρ,1]]), ρ ~ U(0,1), scaled keeping the aspect ratio, then centred (Zhou et al. 2023).
         */
        GAUSSIAN_MIXTURE,
        /** One of (0,0), (1,1), {3,5,7} × {10,30,50}, drawn per instance (Zhou et al. 2023). */
        GAUSSIAN_11_MIX,
        /** The integer grid [0,1000]², no two nodes on one point (Uchoa et al. 2017). */
        UCHOA_X,
        /** The same with XML100's clusters (Queiroga et al. 2022). */
        XML100
    }

    /** What {@link Kind#GAUSSIAN_11_MIX} draws from: kinds GAUSSIAN_MIXTURE. */
    public static final List<Coordinates> ELEVEN = List.of(
            mixture(0, 0),
            mixture(1, 1),
            mixture(3, 10),
            mixture(3, 30),
            mixture(3, 50),
            mixture(5, 10),
            mixture(5, 30),
            mixture(5, 50),
            mixture(7, 10),
            mixture(7, 30),
            mixture(7, 50));

    /** What the key allows. */
    static final String ALLOWED =
            "uniform, cluster, mixed, mix-distribution, gaussian-mixture(m,c) with m and c both 0 or "
                    + "m 1 to 100 and c 1 to 1000, gaussian-11-mix, uchoa-x, xml100";

    private static final Pattern MIXTURE = Pattern.compile("gaussian-mixture\\((\\d{1,4}),\\s*(\\d{1,4})\\)");

    /** Checks m and c. */
    public Coordinates {
        boolean fits = kind == Kind.GAUSSIAN_MIXTURE
                ? modes == 0 && spread == 0 || modes >= 1 && modes <= 100 && spread >= 1 && spread <= 1000
                : modes == 0 && spread == 0;
        if (!fits) {
            throw new IllegalArgumentException(
                    "coordinates of kind " + kind + " with m " + modes + ", c " + spread + ": allowed is " + ALLOWED);
        }
    }

    /** A family without parameters. */
    public static Coordinates of(Kind kind) {
        return new Coordinates(kind, 0, 0);
    }

    private static Coordinates mixture(int modes, int spread) {
        return new Coordinates(Kind.GAUSSIAN_MIXTURE, modes, spread);
    }

    /** From its text; null if that says nothing allowed. */
    static Coordinates parse(String text) {
        Matcher mixture = MIXTURE.matcher(text);
        try {
            if (mixture.matches()) {
                return new Coordinates(
                        Kind.GAUSSIAN_MIXTURE, Integer.parseInt(mixture.group(1)), Integer.parseInt(mixture.group(2)));
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return List.of(Kind.values()).stream()
                .filter(kind -> kind != Kind.GAUSSIAN_MIXTURE)
                .filter(kind -> Settings.kebab(kind).equals(text))
                .findFirst()
                .map(Coordinates::of)
                .orElse(null);
    }

    /** Whether points lie on the integer grid [0,1000]². */
    public boolean grid() {
        return kind == Kind.UCHOA_X || kind == Kind.XML100;
    }

    /** The length of the square's side. */
    public int extent() {
        return grid() ? 1000 : 1;
    }

    @Override
    public String toString() {
        String name = Settings.kebab(kind);
        return kind == Kind.GAUSSIAN_MIXTURE ? name + "(" + modes + "," + spread + ")" : name;
    }
}
