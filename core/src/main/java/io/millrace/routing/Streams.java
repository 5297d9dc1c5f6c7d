package io.millrace.routing;

/** The random streams of a routing instance, one a quantity; a number, once given, is never used for something else. */
final class Streams {
    /** Integer 0: the number of customers. */
    static final int SIZE = 0;
    /** Uniform floats 2i, 2i + 1: coordinates of node i. */
    static final int COORDINATES = 1;
    /** Normal floats 2i, 2i + 1: displacement of node i from its centre. */
    static final int DISPLACEMENT = 2;
    /** Uniform floats 2c, 2c + 1: centre c. */
    static final int CENTRES = 3;
    /** Integers: the mode of node i; the half of the customers that is clustered. */
    static final int PICK = 4;
    /** Uniform doubles and integers 0, 1: the law of a mixture of laws, its correlation. */
    static final int MIXTURE = 5;
    /** Integers 2k, 2k + 1: lattice point of try k. */
    static final int CANDIDATE = 6;
    /** Uniform double k: acceptance of try k. */
    static final int ACCEPTANCE = 7;
    /** Integers 0 … 4: depot, placement, demand, route length classes, number of seed customers. */
    static final int CLASSES = 8;
    /** Integer i: demand of node i. */
    static final int DEMAND = 9;
    /** Integers: the choice of the large customers. */
    static final int LARGE = 10;
    /** Double 0: the route length. */
    static final int ROUTE_LENGTH = 11;
    /** Uniform doubles 3i … 3i + 2: service, length or width, start or centre of node i. */
    static final int WINDOWS = 12;
    /** Uniform double i, or the choice: whether node i is a backhaul. */
    static final int BACKHAULS = 13;
    /** Uniform double 0: the distance limit. */
    static final int LIMIT = 14;
    /** Words 0 … 3: whether time windows, open routes, backhauls, the limit are present. */
    static final int VARIANT = 15;
    /** Integer i·2¹⁴ + j: entry (i, j) before the closure. */
    static final int MATRIX = 16;

    private Streams() {}
}
