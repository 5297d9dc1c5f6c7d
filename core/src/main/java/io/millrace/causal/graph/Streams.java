package io.millrace.causal.graph;

/** The random streams of a graph; a number, once given, is never used for something else. */
public final class Streams {
    /** Integer 0 of attempt 0: the number of nodes. */
    public static final int SIZE = 0;
    /** Uniform double 0: the family. */
    public static final int FAMILY = 1;
    /** Permutation: the label of each vertex. */
    public static final int LABELS = 2;
    /** Permutation: the causal rank of each vertex, where the family has no direction. */
    public static final int RANKS = 3;
    /** Word v(v − 1)/2 + u: whether vertices u &lt; v are joined. */
    public static final int EDGES = 4;
    /** Integers: edges of an exact number; uniform doubles: the choice of old nodes, the rewiring. */
    public static final int CHOICE = 5;
    /** Integers: where blocks and levels end. */
    public static final int CUTS = 6;
    /** Uniform doubles 2v, 2v + 1: the point of vertex v. */
    public static final int POINTS = 7;

    private Streams() {}
}
