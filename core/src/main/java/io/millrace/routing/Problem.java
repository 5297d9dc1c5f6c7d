package io.millrace.routing;

/** The problem that instances are of. */
public enum Problem {
    /** Capacitated vehicle routing: a depot in row 0, customers with demands, a capacity. */
    CVRP,
    /** Travelling salesman: as many cities as the spec has customers, no depot, no demand. */
    TSP,
    /**
     * Asymmetric travelling salesman (MatNet, Kwon et al. 2021): no coordinates; entries U{0 … 10⁶−1}/10⁶, zero diagonal,
     * closed under the triangle inequality.
     */
    ATSP
}
