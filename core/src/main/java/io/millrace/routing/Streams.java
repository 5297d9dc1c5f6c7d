package io.millrace.routing;

/** The random streams of a routing instance, one a quantity; a number, once given, is never used for something else. */
public final class Streams {
    /** Integer 0: the number of customers. */
    public static final int SIZE = 0;
    /** Uniform floats 2i, 2i + 1: coordinates of node i. */
    public static final int COORDINATES = 1;
    /** Normal floats 2i, 2i + 1: displacement of node i from its centre. */
    public static final int DISPLACEMENT = 2;
    /** Uniform floats 2c, 2c + 1: centre c. */
    public static final int CENTRES = 3;
    /** Integers: the mode of node i; the half of the customers that is clustered. */
    public static final int PICK = 4;
    /** Uniform doubles and integers 0, 1: the law of a mixture of laws, its correlation. */
    public static final int MIXTURE = 5;
    /** Integers 2k, 2k + 1: lattice point of try k. */
    public static final int CANDIDATE = 6;
    /** Uniform double k: acceptance of try k. */
    public static final int ACCEPTANCE = 7;
    /** Integers 0 … 4: depot, placement, demand, route length classes, number of seed customers. */
    public static final int CLASSES = 8;
    /** Integer i: demand of node i. */
    public static final int DEMAND = 9;
    /** Integers: the choice of the large customers. */
    public static final int LARGE = 10;
    /** Double 0: the route length. */
    public static final int ROUTE_LENGTH = 11;
    /** Uniform doubles 3i … 3i + 2: service, length or width, start or centre of node i. */
    public static final int WINDOWS = 12;
    /** Uniform double i, or the choice: whether node i is a backhaul. */
    public static final int BACKHAULS = 13;
    /** Uniform double 0: the distance limit. */
    public static final int LIMIT = 14;
    /** Words 0 … 3: whether time windows, open routes, backhauls, the limit are present. */
    public static final int VARIANT = 15;
    /** Integer i·{@value #MATRIX_ROW} + j: entry (i, j) before the closure. */
    public static final int MATRIX = 16;
    /** Integers from a row's entries to the next row's, so that an entry's position does not depend on the size. */
    public static final int MATRIX_ROW = 1 << 14;

    private Streams() {}
}
