package io.millrace.pde;

import io.millrace.pde.spectral.Semilinear;
import java.util.List;

/** What is solved on [0, ℓ), periodic but for diffusion and sorption. */
public enum Equation {
    /** u_t + βu_x = 0. */
    ADVECTION(0, true, 0, Letter.BETA),
    /** u_t + (u²/2)_x = (ν/π)u_xx. */
    BURGERS(2, true, 1, Letter.NU),
    /** u_t = νu_xx + ρu(1 − u), of initial conditions from 0 to 1. */
    REACTION_DIFFUSION(2, false, 6, Letter.NU, Letter.RHO),
    /** u_t = νu_xx + ρ(u − u³). */
    ALLEN_CAHN(3, false, 4, Letter.NU, Letter.RHO),
    /** u_t + (u²/2)_x + u_xx + u_xxxx = 0. */
    KURAMOTO_SIVASHINSKY(2, true, 8),
    /** u_t + (u²/2)_x + δ²u_xxx = 0. */
    KORTEWEG_DE_VRIES(2, true, 16, Letter.DELTA),
    /**
     * R(u)u_t = Du_xx on [0, ℓ], u = 1 at 0, u = −Du_x at ℓ, R = 1 + A·n(u + 10⁻⁶)^(n − 1), A = k·2880·0.71/0.29: diffusion in clay that sorbs by Freundlich's isotherm.
     */
    DIFFUSION_SORPTION(Scheme.FINITE_VOLUME, List.of(Initial.CONSTANT), 1, 0, false, 0, Letter.D, Letter.K, Letter.N),
    /** ω_t + u·∇ω = νΔω + F(sin θ + cos θ), θ = 2π(x + y)/ℓ, ω the vorticity of u on [0, ℓ)². */
    NAVIER_STOKES(Scheme.SPECTRAL, List.of(Initial.GAUSSIAN_FIELD), 2, 2, true, 2, Letter.NU, Letter.F);

    /** How it is solved where nothing stands against it. */
    final Scheme usual;
    /** The families of initial conditions that it has, the usual one first. */
    public final List<Initial> initials;
    /** On [0, 1]² velocities of {@link Initial#GAUSSIAN_FIELD} are hardly ever larger. */
    private static final double VELOCITY = 0.05;

    /** The power of u whose transform is needed; 0: none. */
    public final int power;
    /** Whether what is not linear carries u along; else it is a reaction. */
    final boolean advective;
    /** Times so many is {@link #rate} what steps go by: measured, such that errors are as Burgers' are. */
    final double accuracy;
    /** Of space. */
    public final int dimensions;
    /** Its parameters. */
    public final List<Letter> letters;

    Equation(int power, boolean advective, double accuracy, Letter... letters) {
        this(
                Scheme.SPECTRAL,
                List.of(Initial.PDEBENCH, Initial.GAUSSIAN_FIELD, Initial.KASSAM_TREFETHEN),
                1,
                power,
                advective,
                accuracy,
                letters);
    }

    Equation(
            Scheme usual,
            List<Initial> initials,
            int dimensions,
            int power,
            boolean advective,
            double accuracy,
            Letter... letters) {
        this.usual = usual;
        this.initials = initials;
        this.power = power;
        this.advective = advective;
        this.accuracy = accuracy;
        this.dimensions = dimensions;
        this.letters = List.of(letters);
    }

    /** What holds at the ends of its domain. */
    public Boundary boundary() {
        return this == DIFFUSION_SORPTION ? Boundary.INFLOW : Boundary.PERIODIC;
    }

    /** κ of ν. */
    static double burgersDiffusion(double nu) {
        return nu / Math.PI;
    }

    /** As the solver takes it, with the values of {@link #letters}. */
    Semilinear semilinear(int modes, double length, double[] values) {
        return switch (this) {
            case ADVECTION, DIFFUSION_SORPTION -> throw new IllegalStateException(this + " is not solved by its modes");
            case BURGERS -> Semilinear.burgers(modes, length, burgersDiffusion(values[0]));
            case REACTION_DIFFUSION -> Semilinear.fisher(modes, length, values[0], values[1]);
            case ALLEN_CAHN -> Semilinear.allenCahn(modes, length, values[0], values[1]);
            case KURAMOTO_SIVASHINSKY -> Semilinear.kuramotoSivashinsky(modes, length);
            // what is linear is the same along an axis
            case NAVIER_STOKES -> Semilinear.burgers(modes, length, values[0]);
            case KORTEWEG_DE_VRIES -> Semilinear.kortewegDeVries(modes, length, values[0]);
        };
    }

    /**
     * How fast what is not linear goes, per unit of time, on which stability depends: k·|u| of advective terms, the reaction's slope of others.
     *
     * @param highest the largest k
     * @param bound of |u| at first
     * @param most the largest values of {@link #letters}
     * @param length ℓ
     * @param end of time
     */
    double rate(double highest, double bound, double[] most, double length, double end) {
        return switch (this) {
            case ADVECTION, DIFFUSION_SORPTION -> 0;
            case BURGERS, KORTEWEG_DE_VRIES -> highest * bound;
            case NAVIER_STOKES -> highest * (VELOCITY * length + pushed(most, length, end));
            // what is from 0 to 1 has some waves beyond, once its kinks are cut
            case REACTION_DIFFUSION -> 2 * most[1] * 1.25;
            case ALLEN_CAHN -> 3 * most[1] * Math.max(1, bound * bound);
            // amplitudes on the attractor stay below 4
            case KURAMOTO_SIVASHINSKY -> highest * Math.max(4, bound);
        };
    }

    /** The most that the force, as strong as one of Fℓ/2π for the velocity, makes of it: in time, or until viscosity, νk² of the longest waves, holds it. */
    private static double pushed(double[] values, double length, double end) {
        double k = 2 * Math.PI / length;
        return values[1] / k * Math.min(end, 1 / (values[0] * k * k));
    }

    /** The coefficient of u_xx. */
    double diffusion(double[] values) {
        return switch (this) {
            case BURGERS -> burgersDiffusion(values[0]);
            case REACTION_DIFFUSION, ALLEN_CAHN, DIFFUSION_SORPTION, NAVIER_STOKES -> values[0];
            default -> 0;
        };
    }
}
