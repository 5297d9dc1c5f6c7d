package io.millrace.fft;

import java.util.Arrays;

/** Cosine and sine of index/order turns, each within 1 ULP, the same on any machine. */
record Root(double cos, double sin) {
    /** What π exceeds {@link Math#PI} by. */
    private static final double PI_REST = 0x1.1a62633145c07p-53;

    /**
     * Reduced to the first octant by integers, 0 ≤ index &lt; order, so that the symmetries of the circle hold to the bit;
     * by StrictMath, which is specified to the bit.
     */
    static Root of(int index, int order) {
        // in eighths of 1/order: an eighth of a turn is `order`
        long angle = 8L * index;
        boolean below = angle > 4L * order;
        angle = below ? 8L * order - angle : angle;
        boolean left = angle > 2L * order;
        angle = left ? 4L * order - angle : angle;
        boolean steep = angle > order;
        angle = steep ? 2L * order - angle : angle;
        double product = angle * Math.PI;
        double rest = Math.fma(angle, Math.PI, -product) + angle * PI_REST;
        double radians = product / (4.0 * order);
        double missing = (Math.fma(-4.0 * order, radians, product) + rest) / (4.0 * order);
        double c = StrictMath.cos(radians);
        double s = StrictMath.sin(radians);
        double cos = angle == order ? Math.sqrt(0.5) : Math.fma(-missing, s, c);
        double sin = angle == order ? Math.sqrt(0.5) : Math.fma(missing, c, s);
        double x = steep ? sin : cos;
        double y = steep ? cos : sin;
        return new Root(left ? -x : x, below ? -y : y);
    }

    /** Those of 0, 1, … below {@code count}. */
    static Root[] first(int count, int order) {
        Root[] roots = new Root[count];
        for (int j = 0; j < count; j++) {
            roots[j] = of(j, order);
        }
        return roots;
    }

    static double[] cosines(Root... roots) {
        return Arrays.stream(roots).mapToDouble(Root::cos).toArray();
    }

    static double[] sines(Root... roots) {
        return Arrays.stream(roots).mapToDouble(Root::sin).toArray();
    }
}
