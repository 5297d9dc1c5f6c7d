package io.millrace.fft;

/**
 * The definition of a transform, summed in twice the precision of a double: high and low words (Dekker, Numer. Math. 18, 1971,
 * with fma for the products). What it returns is right to the last bit but for rounding.
 */
final class Exact {
    /** 2π to two words. */
    private static final double[] TURN = {0x1.921fb54442d18p2, 0x1.1a62633145c07p-52};

    private Exact() {}

    /** Σ x[j] e^(−2πijk/n): the real parts, then the imaginary ones. */
    static double[][] forward(double[] re, double[] im) {
        int n = re.length;
        double[][] cos = new double[n][];
        double[][] sin = new double[n][];
        for (int j = 0; j < n; j++) {
            root(j, n, cos, sin);
        }
        double[][] result = new double[2][n];
        for (int k = 0; k < n; k++) {
            double[] sumRe = {0, 0};
            double[] sumIm = {0, 0};
            for (int j = 0; j < n; j++) {
                int turn = (int) ((long) j * k % n);
                sumRe = plus(sumRe, plus(times(cos[turn], re[j]), times(sin[turn], im[j])));
                sumIm = plus(sumIm, plus(times(cos[turn], im[j]), times(sin[turn], -re[j])));
            }
            result[0][k] = sumRe[0] + sumRe[1];
            result[1][k] = sumIm[0] + sumIm[1];
        }
        return result;
    }

    /** Taylor's series within a quarter turn about 0, to 2^-100; the other quarters by symmetry. */
    private static void root(int j, int n, double[][] cos, double[][] sin) {
        int quarter = (int) Math.round(4.0 * j / n);
        double[] angle = over(times(TURN, 4.0 * j - (double) quarter * n), 4.0 * n);
        double[] square = times(angle, angle);
        double[] c = {0, 0};
        double[] s = {0, 0};
        for (int term = 27; term >= 1; term -= 2) {
            s = plus(new double[] {1, 0}, over(times(square, times(s, -1)), (term + 1) * (term + 2)));
            c = plus(new double[] {1, 0}, over(times(square, times(c, -1)), term * (term + 1)));
        }
        s = times(angle, s);
        cos[j] = quarter % 2 == 0 ? times(c, 1 - quarter % 4) : times(s, quarter % 4 - 2);
        sin[j] = quarter % 2 == 0 ? times(s, 1 - quarter % 4) : times(c, 2 - quarter % 4);
    }

    private static double[] plus(double[] a, double[] b) {
        double sum = a[0] + b[0];
        double rest = sum - a[0];
        return carried(sum, (a[0] - (sum - rest)) + (b[0] - rest) + (a[1] + b[1]));
    }

    private static double[] times(double[] a, double b) {
        return times(a, new double[] {b, 0});
    }

    private static double[] times(double[] a, double[] b) {
        double product = a[0] * b[0];
        return carried(product, Math.fma(a[0], b[0], -product) + (a[0] * b[1] + a[1] * b[0]));
    }

    private static double[] over(double[] a, double b) {
        double quotient = a[0] / b;
        return carried(quotient, (Math.fma(-quotient, b, a[0]) + a[1]) / b);
    }

    private static double[] carried(double high, double low) {
        double sum = high + low;
        return new double[] {sum, low - (sum - high)};
    }
}
