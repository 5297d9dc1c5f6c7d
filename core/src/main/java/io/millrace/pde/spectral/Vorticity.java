package io.millrace.pde.spectral;

import io.millrace.fft.Fft2;
import java.util.Arrays;
import java.util.List;

/**
 * ω_t + u·∇ω = νΔω + F(sin θ + cos θ), θ = 2π(x + y)/ℓ, on a periodic square by the steps of {@link Etdrk4}; u = ψ_y, v = −ψ_x, −Δψ = ω. Number (j, l) of a field, at
 * x = (j + ½)ℓ/n, y = (l + ½)ℓ/n, stands at {@code j·n + l}.
 *
 * <p>With κ = k_x + ik_y, the velocity z = u + iv has ẑ = ω̂/κ̄, and u·∇ω = (∂xx − ∂yy)uv + ∂xy(v² − u²) is a part of the spectrum of z²: what is not linear is
 *
 * <pre>
 * N(k) = c·F[z²](k) + c̄·F[z²](−k)*    c = κ̄²/4i
 * </pre>
 *
 * <p>so that two complex transforms do for it. Modes are kept where |k_x| and |k_y| are below a third of the points: z² has no aliases there. Held are those of k_x ≥ 0. One thread's.
 * Class: reproducible.
 */
public final class Vorticity {
    /** Elements that kernels may touch past the end. */
    private static final int SLACK = 16;

    private final Fft2 fft;
    private final EtdKernel kernel;
    private final ComplexKernel complex;
    private final SquareKernel square;
    private final int points;
    private final int modes;
    private final int count;
    private final EtdCoefficients coefficients = new EtdCoefficients();
    private final EtdKernel.Steps steps;
    /** 1/κ̄, and −1/κ, the conjugate of what −k has of ω̂*. */
    private final double[] velocityRe;

    private final double[] velocityIm;
    private final double[] backRe;
    private final double[] backIm;
    /** c/n⁴ and its conjugate: spectra are n² times as large as waves. */
    private final double[] turnRe;

    private final double[] turnIm;
    private final double[] turnBackIm;
    private final double[] vRe;
    private final double[] vIm;
    private final double[] stageRe;
    private final double[] stageIm;
    private final double[] scratchRe;
    private final double[] scratchIm;
    private final double[][] forceRe = new double[4][];
    private final double[][] forceIm = new double[4][];
    private final double[] planeRe;
    private final double[] planeIm;
    private double pushRe;
    private double pushIm;

    private Vorticity(Fft2 fft, EtdKernel kernel, ComplexKernel complex, SquareKernel square, double length) {
        this.fft = fft;
        this.kernel = kernel;
        this.complex = complex;
        this.square = square;
        points = fft.length();
        modes = Etdrk4.modes(points, 2);
        count = modes * points;
        int size = count + SLACK;
        steps = new EtdKernel.Steps(size);
        velocityRe = new double[size];
        velocityIm = new double[size];
        backRe = new double[size];
        backIm = new double[size];
        turnRe = new double[size];
        turnIm = new double[size];
        turnBackIm = new double[size];
        vRe = new double[size];
        vIm = new double[size];
        stageRe = new double[size];
        stageIm = new double[size];
        scratchRe = new double[size];
        scratchIm = new double[size];
        for (int s = 0; s < 4; s++) {
            forceRe[s] = new double[size];
            forceIm[s] = new double[size];
        }
        planeRe = new double[points * points + SLACK];
        planeIm = new double[points * points + SLACK];
        factors(2 * Math.PI / length);
    }

    /** The reference, of n points a side of ℓ. */
    public static Vorticity scalar(int points, double length) {
        return new Vorticity(
                Fft2.scalar(points, Etdrk4.modes(points, 2)),
                new EtdScalar(),
                new ComplexScalar(),
                new SquareScalar(),
                length);
    }

    /** Over lanes. */
    public static Vorticity vector(int points, double length) {
        return new Vorticity(
                Fft2.vector(points, Etdrk4.modes(points, 2)),
                new EtdVector(),
                new ComplexVector(),
                new SquareVector(),
                length);
    }

    /** n. */
    public int points() {
        return points;
    }

    /** The number of k_y in a row, or 0 where its mode is not kept. */
    private int frequency(int column) {
        return column < modes ? column : column > points - modes ? column - points : 0;
    }

    private void factors(double unit) {
        double all = (double) points * points;
        double scale = 1 / (all * all);
        for (int e = 0; e < count; e++) {
            double kx = unit * (e / points);
            double ky = unit * frequency(e % points);
            if (!kept(e)) {
                continue;
            }
            double norm = kx * kx + ky * ky;
            velocityRe[e] = kx / norm;
            velocityIm[e] = ky / norm;
            backRe[e] = -kx / norm;
            backIm[e] = ky / norm;
            turnRe[e] = -0.5 * kx * ky * scale;
            turnIm[e] = -0.25 * (kx * kx - ky * ky) * scale;
            turnBackIm[e] = -turnIm[e];
        }
    }

    /** Whether a mode is there; the mean is not: on a torus it is 0. */
    private boolean kept(int e) {
        return e > 0 && (e % points == 0 || frequency(e % points) != 0);
    }

    /** Gives it ν, the amplitude F of the force, ℓ and the time step. */
    public void equation(double viscosity, double force, double length, double step) {
        equation(viscosity, force, length, step, 1);
    }

    /** The same where fields are those of a grid of 1/{@code split} of the points a side, half a cell of which is before its first point. */
    public void equation(double viscosity, double force, double length, double step, int split) {
        double unit = 2 * Math.PI / length;
        for (int e = 0; e < count; e++) {
            if (kept(e)) {
                double kx = unit * (e / points);
                double ky = unit * frequency(e % points);
                make(e, -viscosity * (kx * kx + ky * ky), step);
            }
        }
        // F(1 − i)/2 · n² at (1, 1), and half a cell on in x and y
        double angle = 2 * Math.PI * split / points;
        double half = 0.5 * force * points * points;
        pushRe = half * (StrictMath.cos(angle) + StrictMath.sin(angle));
        pushIm = half * (StrictMath.sin(angle) - StrictMath.cos(angle));
    }

    private void make(int e, double linear, double step) {
        coefficients.make(linear, step);
        steps.e()[e] = coefficients.e;
        steps.half()[e] = coefficients.half;
        steps.q()[e] = coefficients.q;
        steps.f1()[e] = coefficients.f1;
        steps.f2()[e] = coefficients.f2;
        steps.f3()[e] = coefficients.f3;
    }

    /**
     * What steps take, for whoever makes them elsewhere, as {@link #equation} writes it: {@code e}, {@code half}, {@code q}, {@code f₁}, {@code f₂}, {@code f₃} of the modes of k_x ≥ 0, n of
     * each k_x; zeros where a mode is not kept.
     */
    public List<double[]> numbers() {
        return List.of(steps.e(), steps.half(), steps.q(), steps.f1(), steps.f2(), steps.f3());
    }

    /** What the force adds to what is not linear in mode (1, 1): real and imaginary part. */
    public double[] push() {
        return new double[] {pushRe, pushIm};
    }

    /** The real and the imaginary parts of 1/κ̄ and of −1/κ, of c/n⁴, and the imaginary part of its conjugate, likewise. */
    public List<double[]> waves() {
        return List.of(velocityRe, velocityIm, backRe, backIm, turnRe, turnIm, turnBackIm);
    }

    /** Begins with this vorticity: of it what the modes hold, but the mean. */
    public void begin(double[] omega) {
        begin(omega, 1);
    }

    /** Begins with what the modes of a grid of 1/{@code split} of the points a side hold of this vorticity on it: number (j, l) is number {@code split·(j, l)} here. */
    public void begin(double[] omega, int split) {
        int side = points / split;
        Arrays.fill(planeRe, 0);
        Arrays.fill(planeIm, 0);
        for (int j = 0; j < side; j++) {
            for (int l = 0; l < side; l++) {
                planeRe[split * (j * points + l)] = omega[j * side + l];
            }
        }
        fft.forward(planeRe, planeIm);
        int held = Etdrk4.modes(side, 2);
        for (int e = 0; e < count; e++) {
            boolean holds = kept(e) && e / points < held && Math.abs(frequency(e % points)) < held;
            vRe[e] = holds ? split * split * planeRe[e] : 0;
            vIm[e] = holds ? split * split * planeIm[e] : 0;
        }
        mirror(vRe, vIm);
    }

    /** The vorticity now. */
    public void fields(double[] omega) {
        fields(omega, 1);
    }

    /** The same as {@link #begin(double[], int)} takes it. */
    public void fields(double[] omega, int split) {
        clear();
        System.arraycopy(vRe, 0, planeRe, 0, count);
        System.arraycopy(vIm, 0, planeIm, 0, count);
        back(vRe, vIm);
        fft.inverse(planeRe, planeIm);
        double scale = 1.0 / ((double) points * points);
        int side = points / split;
        for (int j = 0; j < side; j++) {
            for (int l = 0; l < side; l++) {
                omega[j * side + l] = planeRe[split * (j * points + l)] * scale;
            }
        }
    }

    private void clear() {
        Arrays.fill(planeRe, count, points * points, 0);
        Arrays.fill(planeIm, count, points * points, 0);
    }

    /** Writes the conjugate of what stands at k_x > 0, k_y to −k_x, −k_y. */
    private void back(double[] re, double[] im) {
        for (int row = 1; row < modes; row++) {
            int from = row * points;
            int to = (points - row) * points;
            planeRe[to] = re[from];
            planeIm[to] = -im[from];
            for (int column = 1; column < points; column++) {
                planeRe[to + points - column] = re[from + column];
                planeIm[to + points - column] = -im[from + column];
            }
        }
    }

    /** Reads what stands at −k_x, −k_y, and takes its conjugate. */
    private void ahead(double[] re, double[] im) {
        for (int row = 0; row < modes; row++) {
            int to = row * points;
            int from = (row == 0 ? 0 : points - row) * points;
            re[to] = planeRe[from];
            im[to] = -planeIm[from];
            for (int column = 1; column < points; column++) {
                re[to + column] = planeRe[from + points - column];
                im[to + column] = -planeIm[from + points - column];
            }
        }
    }

    private void force(double[] re, double[] im, int to) {
        complex.multiply(velocityRe, velocityIm, re, im, planeRe, planeIm, count);
        complex.multiply(backRe, backIm, re, im, scratchRe, scratchIm, count);
        clear();
        back(scratchRe, scratchIm);
        fft.inverse(planeRe, planeIm);
        square.square(planeRe, planeIm, points * points);
        fft.forward(planeRe, planeIm);
        ahead(scratchRe, scratchIm);
        complex.multiply(turnRe, turnIm, planeRe, planeIm, forceRe[to], forceIm[to], count);
        complex.add(turnRe, turnBackIm, scratchRe, scratchIm, forceRe[to], forceIm[to], count);
        mirror(forceRe[to], forceIm[to]);
        forceRe[to][points + 1] += pushRe;
        forceIm[to][points + 1] += pushIm;
    }

    /** Where k_x is 0 modes of negative k_y are the conjugates of the others, to the last bit. */
    private void mirror(double[] re, double[] im) {
        for (int column = 1; column < modes; column++) {
            re[points - column] = re[column];
            im[points - column] = -im[column];
        }
    }

    /** A step. */
    public void step() {
        force(vRe, vIm, 0);
        kernel.stage(steps.half(), vRe, steps.q(), forceRe[0], stageRe, count);
        kernel.stage(steps.half(), vIm, steps.q(), forceIm[0], stageIm, count);
        force(stageRe, stageIm, 1);
        // c needs a, which stands where N(c) will
        double[] aRe = forceRe[3];
        double[] aIm = forceIm[3];
        System.arraycopy(stageRe, 0, aRe, 0, count);
        System.arraycopy(stageIm, 0, aIm, 0, count);
        kernel.stage(steps.half(), vRe, steps.q(), forceRe[1], stageRe, count);
        kernel.stage(steps.half(), vIm, steps.q(), forceIm[1], stageIm, count);
        force(stageRe, stageIm, 2);
        kernel.third(steps.half(), aRe, steps.q(), forceRe[2], forceRe[0], stageRe, count);
        kernel.third(steps.half(), aIm, steps.q(), forceIm[2], forceIm[0], stageIm, count);
        force(stageRe, stageIm, 3);
        kernel.last(steps, vRe, forceRe[0], forceRe[1], forceRe[2], forceRe[3], count);
        kernel.last(steps, vIm, forceIm[0], forceIm[1], forceIm[2], forceIm[3], count);
    }
}
