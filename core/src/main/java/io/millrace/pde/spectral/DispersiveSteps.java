package io.millrace.pde.spectral;

import java.util.List;
import java.util.stream.Stream;

/** {@link Etdrk4}'s step where L is complex: the numbers of {@link DispersiveCoefficients}, and the same stages with them. One thread's. Class: reproducible. */
final class DispersiveSteps {
    /** N of modes. */
    interface Force {
        void of(double[] re, double[] im, double[] toRe, double[] toIm);
    }

    /** One coefficient of all modes. */
    private record Factor(double[] re, double[] im) {
        Factor(int length) {
            this(new double[length], new double[length]);
        }

        void set(int at, DispersiveCoefficients.Number value) {
            re[at] = value.re;
            im[at] = value.im;
        }
    }

    private final ComplexKernel kernel;
    private final int count;
    private final DispersiveCoefficients coefficients = new DispersiveCoefficients();
    private final Factor e;
    private final Factor half;
    private final Factor q;
    private final Factor f1;
    private final Factor f2;
    private final Factor f3;
    private final Factor[] forces = new Factor[4];
    private final Factor stage;
    private final Factor first;

    /** Of {@code count} modes in arrays of {@code length}. */
    DispersiveSteps(ComplexKernel kernel, int count, int length) {
        this.kernel = kernel;
        this.count = count;
        e = new Factor(length);
        half = new Factor(length);
        q = new Factor(length);
        f1 = new Factor(length);
        f2 = new Factor(length);
        f3 = new Factor(length);
        stage = new Factor(length);
        first = new Factor(length);
        for (int s = 0; s < 4; s++) {
            forces[s] = new Factor(length);
        }
    }

    /** Gives the mode at {@code at} its L and step. */
    void mode(int at, double re, double im, double step) {
        coefficients.make(re, im, step);
        e.set(at, coefficients.e);
        half.set(at, coefficients.half);
        q.set(at, coefficients.q);
        f1.set(at, coefficients.f1);
        f2.set(at, coefficients.f2);
        f3.set(at, coefficients.f3);
    }

    /** Real parts of {@code e}, {@code half}, {@code q}, {@code f₁}, {@code f₂}, {@code f₃}, then their imaginary parts. */
    List<double[]> numbers() {
        List<Factor> factors = List.of(e, half, q, f1, f2, f3);
        return Stream.concat(factors.stream().map(Factor::re), factors.stream().map(Factor::im))
                .toList();
    }

    /** A step of v. */
    void step(double[] vRe, double[] vIm, Force force) {
        force.of(vRe, vIm, forces[0].re, forces[0].im);
        stage(vRe, vIm, forces[0], first);
        force.of(first.re, first.im, forces[1].re, forces[1].im);
        stage(vRe, vIm, forces[1], stage);
        force.of(stage.re, stage.im, forces[2].re, forces[2].im);
        kernel.reflect(forces[2].re, forces[0].re, forces[3].re, count);
        kernel.reflect(forces[2].im, forces[0].im, forces[3].im, count);
        stage(first.re, first.im, forces[3], stage);
        force.of(stage.re, stage.im, forces[3].re, forces[3].im);
        kernel.multiply(e.re, e.im, vRe, vIm, vRe, vIm, count);
        add(f1, forces[0], vRe, vIm);
        add(f2, forces[1], vRe, vIm);
        add(f2, forces[2], vRe, vIm);
        add(f3, forces[3], vRe, vIm);
    }

    /** to = half·v + q·n. */
    private void stage(double[] vRe, double[] vIm, Factor n, Factor to) {
        kernel.multiply(half.re, half.im, vRe, vIm, to.re, to.im, count);
        add(q, n, to.re, to.im);
    }

    private void add(Factor factor, Factor x, double[] toRe, double[] toIm) {
        kernel.add(factor.re, factor.im, x.re, x.im, toRe, toIm, count);
    }
}
