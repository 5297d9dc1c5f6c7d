package io.millrace.routing;

/** Laws of time windows, for travel at speed 1 in the unit square; d is the distance from the depot. */
public enum TimeWindows {
    /** None. */
    NONE(0),
    /**
     * Liu et al. 2024: horizon T = 4.6, service s ~ U(.15, .18), length l ~ U(.18, .2),
     * start = (1 + (h − 1)u)·d with h = (T − s − l)/d − 1, u ~ U(0, 1): that is d + (T − s − l − 2d)·u.
     */
    LIU24(4.6),
    /**
     * Li et al. 2021: T = 3, s = .2, centre U(d, T − d − s), half-width U(s/2, T/3), clipped to [0, T].
     */
    LI21(3);

    private final double horizon;

    TimeWindows(double horizon) {
        this.horizon = horizon;
    }

    /** The depot's window is [0, horizon]. */
    public double horizon() {
        return horizon;
    }
}
