package io.millrace.routing;

/**
 * An instance that a worker is making: what its parts hand on to one another. The arrays are the parts' own, shared by all
 * instances of a chunk and small enough for the first-level cache at common sizes.
 */
final class Instance {
    /** No class. */
    static final int NONE = -1;

    /** Index in the sequence of all instances. */
    long index;
    /** Its row in the batch. */
    int row;
    /** Customers; cities of TSP and ATSP. */
    int customers;
    /** Rows in use: the depot and the customers, or the cities. */
    int nodes;
    /** Coordinates (x, y) of the nodes, from {@link #at} on. */
    float[] xy;
    /** Where {@link #xy} starts. */
    int at;
    /** Demands, 0 at the depot, from {@link #demandAt} on. */
    int[] demand;
    /** Where {@link #demand} starts. */
    int demandAt;
    /** The route length r; 0 until it is needed. */
    double routeLength;
    /** Classes: depot, placement, demand, route length; {@link #NONE} where the spec has no such thing. */
    final int[] classes = {NONE, NONE, NONE, NONE};

    /** Of that size until another is drawn. */
    Instance(int customers, int nodes) {
        this.customers = customers;
        this.nodes = nodes;
    }

    /** Euclidean distance of a node from the depot. */
    double fromDepot(int node) {
        double dx = (double) xy[at + 2 * node] - xy[at];
        double dy = (double) xy[at + 2 * node + 1] - xy[at + 1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
