package io.millrace.pde.spectral;

import io.millrace.fft.RealFft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Steps of fourth order in time of many trajectories at once, each with an equation of its own: with N(v) = G·F[uᵖ], u of v,
 *
 * <pre>
 * a = half·v + q·N(v)    b = half·v + q·N(a)    c = half·a + q·(2N(b) − N(v))
 * v ← e·v + f₁N(v) + f₂(N(a) + N(b)) + f₃N(c)
 * </pre>
 *
 * <p>with {@link EtdCoefficients}. Only modes below a third of the points are there (below a quarter for cubes): products have no aliases on them. One thread's. Class: reproducible.
 */
public final class Etdrk4 {
    /** Elements that kernels may touch past the end. */
    private static final int SLACK = 16;

    private final RealFft fft;
    private final EtdKernel kernel;
    private final ComplexKernel complex;
    /** Where an L is complex; else null. */
    private DispersiveSteps dispersive;

    private final DispersiveSteps.Force forcing = this::force;
    /** Where the steps of a real L are made in the transforms' memory, which then has the modes; else null. */
    private EtdAligned aligned;

    private boolean renumbered;

    private final int points;
    private final int trajectories;
    private final int modes;
    private final int count;
    private final EtdCoefficients coefficients = new EtdCoefficients();
    private final EtdKernel.Steps steps;
    private int power;
    private final double[] vRe;
    private final double[] vIm;
    private final double[] aRe;
    private final double[] aIm;
    private final double[] stageRe;
    private final double[] stageIm;
    private final double[][] forceRe = new double[4][];
    private final double[][] forceIm = new double[4][];
    private final double[] workRe;
    private final double[] workIm;

    private Etdrk4(RealFft fft, EtdKernel kernel, ComplexKernel complex, int power) {
        this.fft = fft;
        this.kernel = kernel;
        this.complex = complex;
        this.power = power;
        points = fft.length();
        trajectories = fft.signals();
        modes = modes(points, power);
        count = modes * trajectories;
        int length = count + SLACK;
        steps = new EtdKernel.Steps(length);
        vRe = new double[length];
        vIm = new double[length];
        aRe = new double[length];
        aIm = new double[length];
        stageRe = new double[length];
        stageIm = new double[length];
        for (int s = 0; s < 4; s++) {
            forceRe[s] = new double[length];
            forceIm[s] = new double[length];
        }
        workRe = new double[points / 2 * trajectories + SLACK];
        workIm = new double[points / 2 * trajectories + SLACK];
    }

    /** Modes that are there, 0 among them. */
    public static int modes(int points, int power) {
        return Math.max(1, (points - 1) / (power + 1) + 1);
    }

    /** The reference. */
    public static Etdrk4 scalar(int points, int trajectories, int power) {
        return new Etdrk4(RealFft.scalar(points, trajectories), new EtdScalar(), new ComplexScalar(), power);
    }

    /** Over lanes. */
    public static Etdrk4 vector(int points, int trajectories, int power) {
        Etdrk4 etd = new Etdrk4(RealFft.vector(points, trajectories), new EtdVector(), new ComplexVector(), power);
        if (trajectories == 1 && EtdAligned.suits(points)) {
            etd.aligned = new EtdAligned(points, power);
        }
        return etd;
    }

    /** How many trajectories are solved at once. */
    public int trajectories() {
        return trajectories;
    }

    /** Points of the grid. */
    public int points() {
        return points;
    }

    /** Gives a trajectory its equation and its time step; all trajectories have a complex L, or none has, until the next {@link #begin(double[])}. */
    public void equation(int trajectory, Semilinear equation, double step) {
        if (!equation.dispersive()) {
            dispersive = null;
        } else if (dispersive == null) {
            dispersive = new DispersiveSteps(complex, count, count + SLACK);
        }
        double scale = power == 2 ? 1.0 / ((double) points * points) : 1.0 / ((double) points * points * points);
        for (int k = 0; k < modes; k++) {
            int e = k * trajectories + trajectory;
            if (equation.dispersive()) {
                dispersive.mode(e, equation.linear()[k], equation.dispersion()[k], step);
            } else {
                make(e, equation.linear()[k], step);
            }
            steps.forceRe()[e] = equation.forceRe()[k] * scale;
            steps.forceIm()[e] = equation.forceIm()[k] * scale;
        }
        renumbered = true;
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
     * What steps of trajectories take, for whoever makes them elsewhere, as {@link #equation} writes it: {@code e}, {@code half}, {@code q}, {@code f₁}, {@code f₂}, {@code f₃}, the real
     * and the imaginary part of G over the power of {@code points}, where L is complex the imaginary parts of the first six; number k of trajectory b at {@code k·trajectories + b}.
     */
    public List<double[]> numbers() {
        List<double[]> numbers = new ArrayList<>(
                dispersive == null
                        ? List.of(steps.e(), steps.half(), steps.q(), steps.f1(), steps.f2(), steps.f3())
                        : dispersive.numbers());
        numbers.addAll(6, List.of(steps.forceRe(), steps.forceIm()));
        return numbers;
    }

    /** Begins with these fields, number j of trajectory b at {@code j·trajectories + b}: of them what the modes hold. */
    public void begin(double[] u) {
        begin(u, 1);
    }

    /** Begins with what the modes of a grid of 1/{@code split} of the points hold of these fields on it: number j is number {@code split·j} here. */
    public void begin(double[] u, int split) {
        Arrays.fill(workRe, 0);
        Arrays.fill(workIm, 0);
        for (int j = 0; j < points / split; j++) {
            System.arraycopy(u, j * trajectories, of(split * j), split * j / 2 * trajectories, trajectories);
        }
        fft.forward(workRe, workIm, 0);
        Arrays.fill(vRe, 0, count, 0);
        Arrays.fill(vIm, 0, count, 0);
        for (int e = 0; e < modes(points / split, power) * trajectories; e++) {
            vRe[e] = split * workRe[e];
            vIm[e] = split * workIm[e];
        }
        Arrays.fill(vIm, 0, trajectories, 0);
        if (aligned != null) {
            aligned.begin(vRe, vIm);
        }
    }

    /** Where numbers of an index stand. */
    private double[] of(int index) {
        return index % 2 == 0 ? workRe : workIm;
    }

    private boolean isAligned() {
        return aligned != null && dispersive == null;
    }

    /** The fields now, as {@link #begin(double[])} takes them. */
    public void fields(double[] u) {
        fields(u, 1);
    }

    /** The fields now, as {@link #begin(double[], int)} takes them. */
    public void fields(double[] u, int split) {
        if (isAligned()) {
            aligned.modes(vRe, vIm);
        }
        toFields(vRe, vIm);
        double scale = 1.0 / points;
        for (int j = 0; j < points / split; j++) {
            double[] numbers = of(split * j);
            for (int b = 0; b < trajectories; b++) {
                u[j * trajectories + b] = numbers[split * j / 2 * trajectories + b] * scale;
            }
        }
    }

    private void toFields(double[] re, double[] im) {
        System.arraycopy(re, 0, workRe, 0, count);
        System.arraycopy(im, 0, workIm, 0, count);
        Arrays.fill(workRe, count, points / 2 * trajectories, 0);
        Arrays.fill(workIm, count, points / 2 * trajectories, 0);
        fft.inverse(workRe, workIm, 0);
    }

    private void force(double[] re, double[] im, int to) {
        force(re, im, forceRe[to], forceIm[to]);
    }

    private void force(double[] re, double[] im, double[] toRe, double[] toIm) {
        toFields(re, im);
        int all = points / 2 * trajectories;
        kernel.power(workRe, power, all);
        kernel.power(workIm, power, all);
        fft.forward(workRe, workIm, 0);
        // the highest mode, which shares number 0, is not there
        Arrays.fill(workIm, 0, trajectories, 0);
        kernel.force(steps.forceRe(), steps.forceIm(), workRe, workIm, toRe, toIm, count);
    }

    /** A step of every trajectory. */
    public void step() {
        if (dispersive != null) {
            dispersive.step(vRe, vIm, forcing);
        } else if (isAligned()) {
            if (renumbered) {
                aligned.numbers(steps);
                renumbered = false;
            }
            aligned.step();
        } else {
            realStep();
        }
    }

    private void realStep() {
        force(vRe, vIm, 0);
        kernel.stage(steps.half(), vRe, steps.q(), forceRe[0], aRe, count);
        kernel.stage(steps.half(), vIm, steps.q(), forceIm[0], aIm, count);
        force(aRe, aIm, 1);
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
