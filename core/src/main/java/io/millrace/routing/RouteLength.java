package io.millrace.routing;

/** Laws of the route length r: how many customers an average vehicle serves. */
public enum RouteLength {
    /** Triangular with least 3, mode 6, most 25 (Uchoa et al. 2017). */
    TRIANGULAR(3, 25),
    /** U(3, 5). */
    R_3_5(3, 5),
    /** U(5, 8). */
    R_5_8(5, 8),
    /** U(8, 12). */
    R_8_12(8, 12),
    /** U(12, 16). */
    R_12_16(12, 16),
    /** U(16, 25). */
    R_16_25(16, 25),
    /** U(25, 50). */
    R_25_50(25, 50),
    /** One of the six intervals, drawn per instance (Queiroga et al. 2022). */
    ANY(3, 50);

    private final double least;
    private final double most;

    RouteLength(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** The shortest that can occur. */
    public double least() {
        return least;
    }

    /** The longest that can occur. */
    public double most() {
        return most;
    }
}
