package io.millrace.pde.spectral;

/**
 * {@link EtdCoefficients} of a complex L: means over 32 points of the whole circle. Class reproducible, by StrictMath; relative errors below 1e-14 but near |z| = 1, where a point of the circle is near 0: 1e-12, beside what z loses of its
 * turns where it is large.
 */
final class DispersiveCoefficients {
    private static final int POINTS = 32;
    private static final double[] RE = new double[POINTS];
    private static final double[] IM = new double[POINTS];
    /** e^r of each point r, and e^{r/2}. */
    private static final Number[] EXP = new Number[POINTS];

    private static final Number[] ROOT = new Number[POINTS];

    static {
        for (int j = 0; j < POINTS; j++) {
            double angle = 2 * Math.PI * (j + 0.5) / POINTS;
            RE[j] = StrictMath.cos(angle);
            IM[j] = StrictMath.sin(angle);
            EXP[j] = new Number();
            EXP[j].exp(RE[j], IM[j]);
            ROOT[j] = new Number();
            ROOT[j].exp(RE[j] / 2, IM[j] / 2);
        }
    }

    /** A complex number. */
    static final class Number {
        double re;
        double im;

        /** e^(re + i·im). */
        void exp(double re, double im) {
            double size = StrictMath.exp(re);
            this.re = size * StrictMath.cos(im);
            this.im = size * StrictMath.sin(im);
        }

        private void addProduct(double aRe, double aIm, double bRe, double bIm) {
            re += aRe * bRe - aIm * bIm;
            im += aRe * bIm + aIm * bRe;
        }

        private void scale(double factor) {
            re *= factor;
            im *= factor;
        }

        private void clear() {
            re = 0;
            im = 0;
        }
    }

    final Number e = new Number();
    final Number half = new Number();
    final Number q = new Number();
    final Number f1 = new Number();
    final Number f2 = new Number();
    final Number f3 = new Number();
    /** e^t and e^{t/2} at a point t. */
    private final Number whole = new Number();

    private final Number root = new Number();

    /** Those of a mode of L = re + i·im. */
    void make(double re, double im, double step) {
        e.exp(step * re, step * im);
        half.exp(step * re / 2, step * im / 2);
        q.clear();
        f1.clear();
        f2.clear();
        f3.clear();
        for (int j = 0; j < POINTS; j++) {
            whole.clear();
            whole.addProduct(e.re, e.im, EXP[j].re, EXP[j].im);
            root.clear();
            root.addProduct(half.re, half.im, ROOT[j].re, ROOT[j].im);
            point(step * re + RE[j], step * im + IM[j]);
        }
        q.scale(step / POINTS);
        f1.scale(step / POINTS);
        f2.scale(2 * step / POINTS);
        f3.scale(step / POINTS);
    }

    /** Adds (e^{t/2} − 1)/t and the polynomials a + b·e^t over t³ at one t. */
    private void point(double re, double im) {
        double norm = 1 / (re * re + im * im);
        double inverseRe = re * norm;
        double inverseIm = -im * norm;
        double squareRe = inverseRe * inverseRe - inverseIm * inverseIm;
        double squareIm = 2 * inverseRe * inverseIm;
        double cubeRe = squareRe * inverseRe - squareIm * inverseIm;
        double cubeIm = squareRe * inverseIm + squareIm * inverseRe;
        double tSquareRe = re * re - im * im;
        double tSquareIm = 2 * re * im;
        q.addProduct(root.re - 1, root.im, inverseRe, inverseIm);
        f1.addProduct(-4 - re, -im, cubeRe, cubeIm);
        addExponential(f1, 4 - 3 * re + tSquareRe, tSquareIm - 3 * im, cubeRe, cubeIm);
        f2.addProduct(2 + re, im, cubeRe, cubeIm);
        addExponential(f2, re - 2, im, cubeRe, cubeIm);
        f3.addProduct(-4 - 3 * re - tSquareRe, -3 * im - tSquareIm, cubeRe, cubeIm);
        addExponential(f3, 4 - re, -im, cubeRe, cubeIm);
    }

    private void addExponential(Number to, double bRe, double bIm, double cubeRe, double cubeIm) {
        to.addProduct(whole.re * bRe - whole.im * bIm, whole.re * bIm + whole.im * bRe, cubeRe, cubeIm);
    }
}
