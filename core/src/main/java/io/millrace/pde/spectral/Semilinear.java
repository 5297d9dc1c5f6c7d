package io.millrace.pde.spectral;

/**
 * û′ = L(k)û + G(k)·F[uᵖ], p 2 or 3: what is solved of one trajectory, k = 2πm/ℓ for m from 0 on.
 *
 * <p>Equations, in the terms of the definition: u_t = νu_xx and so on on the left of what follows.
 *
 * @param linear real parts of L
 * @param dispersion imaginary parts of L; empty where all are 0
 * @param forceRe real parts of G
 * @param forceIm imaginary parts of G
 * @param power p
 */
public record Semilinear(double[] linear, double[] dispersion, double[] forceRe, double[] forceIm, int power) {
    /** Checks the lengths and the power. */
    public Semilinear {
        if (dispersion.length > 0 && dispersion.length != linear.length) {
            throw new IllegalArgumentException(dispersion.length + " imaginary parts of " + linear.length + " modes");
        }
        if (linear.length != forceRe.length || linear.length != forceIm.length || power < 2 || power > 3) {
            throw new IllegalArgumentException("numbers of " + linear.length + ", " + forceRe.length + " and "
                    + forceIm.length + " modes, power " + power);
        }
    }

    /** Whether L is complex. */
    public boolean dispersive() {
        return dispersion.length > 0;
    }

    /** How L and G of a mode follow from k. */
    private interface Symbol {
        double at(double k);
    }

    private static Semilinear of(int modes, double length, Symbol linear, Symbol real, Symbol imaginary, int power) {
        double[] l = new double[modes];
        double[] re = new double[modes];
        double[] im = new double[modes];
        for (int m = 0; m < modes; m++) {
            double k = 2 * Math.PI * m / length;
            l[m] = linear.at(k);
            re[m] = real.at(k);
            im[m] = imaginary.at(k);
        }
        return new Semilinear(l, new double[0], re, im, power);
    }

    /** u_t + (u²/2)_x = κ u_xx. */
    public static Semilinear burgers(int modes, double length, double diffusion) {
        return of(modes, length, k -> -diffusion * k * k, k -> 0, k -> -0.5 * k, 2);
    }

    /** u_t = ν u_xx + ρ u(1 − u): Fisher, Kolmogorov, Petrovsky, Piskunov. */
    public static Semilinear fisher(int modes, double length, double diffusion, double rate) {
        return of(modes, length, k -> Math.fma(-diffusion * k, k, rate), k -> -rate, k -> 0, 2);
    }

    /** u_t = ν u_xx + ρ(u − u³): Allen and Cahn. */
    public static Semilinear allenCahn(int modes, double length, double diffusion, double rate) {
        return of(modes, length, k -> Math.fma(-diffusion * k, k, rate), k -> -rate, k -> 0, 3);
    }

    /** u_t + (u²/2)_x + u_xx + u_xxxx = 0: Kuramoto and Sivashinsky. */
    public static Semilinear kuramotoSivashinsky(int modes, double length) {
        return of(modes, length, k -> k * k * (1 - k * k), k -> 0, k -> -0.5 * k, 2);
    }

    /** u_t + (u²/2)_x + δ² u_xxx = 0: Korteweg and de Vries, as Zabusky and Kruskal write it (<i>Phys. Rev. Lett.</i> 15, 1965). */
    public static Semilinear kortewegDeVries(int modes, double length, double delta) {
        Semilinear still = of(modes, length, k -> 0, k -> 0, k -> -0.5 * k, 2);
        double[] dispersion = new double[modes];
        for (int m = 0; m < modes; m++) {
            double k = 2 * Math.PI * m / length;
            dispersion[m] = delta * delta * k * k * k;
        }
        return new Semilinear(still.linear, dispersion, still.forceRe, still.forceIm, 2);
    }
}
