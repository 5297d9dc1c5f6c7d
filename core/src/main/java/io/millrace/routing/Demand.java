package io.millrace.routing;

/** Laws of the customers' demands: Kool et al. 2019, and the seven classes of Uchoa et al. 2017, section 3.2. */
public enum Demand {
    /** U{1 … 9}. */
    UNIFORM_1_9(1, 9),
    /** 1. */
    UNIT(1, 1),
    /** U{1 … 10}. */
    UNIFORM_1_10(1, 10),
    /** U{5 … 10}. */
    UNIFORM_5_10(5, 10),
    /** U{1 … 100}. */
    UNIFORM_1_100(1, 100),
    /** U{50 … 100}. */
    UNIFORM_50_100(50, 100),
    /** U{51 … 100} in the quadrants I and III about the square's centre, U{1 … 50} in II and IV. */
    QUADRANT(1, 100),
    /** ⌊1.5·n/r⌋ customers U{50 … 100}, the others U{1 … 10}; r the route length. */
    SMALL_LARGE(1, 100),
    /** One of Uchoa's seven classes (all of the above but {@link #UNIFORM_1_9}), drawn per instance. */
    ANY(1, 100);

    private final int least;
    private final int most;

    Demand(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The smallest demand that can occur. */
    public int least() {
        return least;
    }

    /** The largest demand that can occur. */
    public int most() {
        return most;
    }

    /** Whether the law is U{least … most} for every customer. */
    public boolean plain() {
        return this != QUADRANT && this != SMALL_LARGE && this != ANY;
    }
}
