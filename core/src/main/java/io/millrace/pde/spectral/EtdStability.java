package io.millrace.pde.spectral;

/**
 * Where {@link Etdrk4} is stable: of v′ = Lv + λv, whose second term stands for the nonlinear one with frozen u, a step multiplies v by
 *
 * <pre>
 * a = half + qλ    b = half + qλa    c = half·a + qλ(2b − 1)    r = e + f₁λ + f₂λ(a + b) + f₃λc
 * </pre>
 *
 * <p>which is Runge and Kutta's polynomial of hλ where L is 0: up to 2.83 on the imaginary axis, 2.79 on the negative one.
 */
public final class EtdStability {
    /** |r| above what the exact solution does by this much is rounding, or too slow to matter. */
    private static final double TOLERANCE = 1e-3;

    private EtdStability() {}

    /** Whether a step h of hL = {@code re + i·im} and hλ does not amplify, or not more than the exact solution. */
    public static boolean stable(double re, double im, double lambdaRe, double lambdaIm) {
        double grown = Math.max(1, StrictMath.exp(re + lambdaRe));
        return amplification(re, im, lambdaRe, lambdaIm) <= grown * (1 + TOLERANCE);
    }

    /** |r| for hL = {@code re + i·im} and hλ. */
    public static double amplification(double re, double im, double lambdaRe, double lambdaIm) {
        DispersiveCoefficients step = new DispersiveCoefficients();
        step.make(re, im, 1);
        double[] lambda = {lambdaRe, lambdaIm};
        double[] half = {step.half.re, step.half.im};
        double[] q = product(lambda, step.q.re, step.q.im);
        double[] a = sum(half, q);
        double[] b = sum(half, product(q, a[0], a[1]));
        double[] c = sum(product(half, a[0], a[1]), product(q, 2 * b[0] - 1, 2 * b[1]));
        double[] r = {step.e.re, step.e.im};
        r = sum(r, product(lambda, step.f1.re, step.f1.im));
        r = sum(r, product(product(lambda, step.f2.re, step.f2.im), a[0] + b[0], a[1] + b[1]));
        r = sum(r, product(product(lambda, step.f3.re, step.f3.im), c[0], c[1]));
        return Math.sqrt(r[0] * r[0] + r[1] * r[1]);
    }

    private static double[] product(double[] x, double re, double im) {
        return new double[] {x[0] * re - x[1] * im, x[0] * im + x[1] * re};
    }

    private static double[] sum(double[] x, double[] y) {
        return new double[] {x[0] + y[0], x[1] + y[1]};
    }
}
