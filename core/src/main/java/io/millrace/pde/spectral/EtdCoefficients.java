package io.millrace.pde.spectral;

/**
 * The numbers of exponential time differencing with Runge and Kutta's fourth order for one mode (Cox and Matthews, <i>J. Comput. Phys.</i> 176, 2002), z = hL:
 *
 * <pre>
 * e = e<sup>z</sup>   half = e<sup>z/2</sup>   q = h(e<sup>z/2</sup> − 1)/z
 * f₁ = h(−4 − z + e<sup>z</sup>(4 − 3z + z²))/z³   f₂ = 2h(2 + z + e<sup>z</sup>(z − 2))/z³   f₃ = h(−4 − 3z − z² + e<sup>z</sup>(4 − z))/z³
 * </pre>
 *
 * <p>which cancel near 0: they are means over 32 points of the circle of radius 1 around z (Kassam and Trefethen, <i>SIAM J. Sci. Comput.</i> 26, 2005), of which the upper half
 * does for real z. Class reproducible, by StrictMath; relative errors below 1e-14 but near |z| = 1, where a point of the circle is near 0: 1e-12.
 */
final class EtdCoefficients {
    private static final int POINTS = 16;
    private static final double[] RE = new double[POINTS];
    private static final double[] IM = new double[POINTS];
    /** e^r of each point r. */
    private static final double[] EXP_RE = new double[POINTS];

    private static final double[] EXP_IM = new double[POINTS];
    /** e^{r/2}. */
    private static final double[] ROOT_RE = new double[POINTS];

    private static final double[] ROOT_IM = new double[POINTS];

    static {
        for (int j = 0; j < POINTS; j++) {
            double angle = Math.PI * (j + 0.5) / POINTS;
            RE[j] = StrictMath.cos(angle);
            IM[j] = StrictMath.sin(angle);
            EXP_RE[j] = StrictMath.exp(RE[j]) * StrictMath.cos(IM[j]);
            EXP_IM[j] = StrictMath.exp(RE[j]) * StrictMath.sin(IM[j]);
            ROOT_RE[j] = StrictMath.exp(RE[j] / 2) * StrictMath.cos(IM[j] / 2);
            ROOT_IM[j] = StrictMath.exp(RE[j] / 2) * StrictMath.sin(IM[j] / 2);
        }
    }

    double e;
    double half;
    double q;
    double f1;
    double f2;
    double f3;

    /** Those of a mode. */
    void make(double linear, double step) {
        double z = linear * step;
        e = StrictMath.exp(z);
        half = StrictMath.exp(z / 2);
        double sumQ = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int j = 0; j < POINTS; j++) {
            double re = z + RE[j];
            double im = IM[j];
            double norm = 1 / (re * re + im * im);
            double inverseRe = re * norm;
            double inverseIm = -im * norm;
            double squareRe = inverseRe * inverseRe - inverseIm * inverseIm;
            double squareIm = 2 * inverseRe * inverseIm;
            double cubeRe = squareRe * inverseRe - squareIm * inverseIm;
            double cubeIm = squareRe * inverseIm + squareIm * inverseRe;
            double expRe = e * EXP_RE[j];
            double expIm = e * EXP_IM[j];
            sumQ += (half * ROOT_RE[j] - 1) * inverseRe - half * ROOT_IM[j] * inverseIm;
            double tSquareRe = re * re - im * im;
            double tSquareIm = 2 * re * im;
            // polynomials a + b·e^t, over t³
            double aRe = 4 - 3 * re + tSquareRe;
            double aIm = -3 * im + tSquareIm;
            double re1 = expRe * aRe - expIm * aIm - 4 - re;
            double im1 = expRe * aIm + expIm * aRe - im;
            sum1 += re1 * cubeRe - im1 * cubeIm;
            double re2 = expRe * (re - 2) - expIm * im + 2 + re;
            double im2 = expRe * im + expIm * (re - 2) + im;
            sum2 += re2 * cubeRe - im2 * cubeIm;
            double re3 = expRe * (4 - re) + expIm * im - 4 - 3 * re - tSquareRe;
            double im3 = expIm * (4 - re) - expRe * im - 3 * im - tSquareIm;
            sum3 += re3 * cubeRe - im3 * cubeIm;
        }
        q = step * (sumQ / POINTS);
        f1 = step * (sum1 / POINTS);
        f2 = 2 * step * (sum2 / POINTS);
        f3 = step * (sum3 / POINTS);
    }
}
