package io.millrace.causal.graph;

import java.util.List;

/**
 * Families of random graphs of n vertices. Those without a direction of their own get it from a uniform random order of the vertices; every
 * vertex then gets a label by a uniform permutation, so that labels tell nothing. e is an expected number of edges over n; the probability
 * that follows from it is at most {@value #DENSEST}.
 */
public enum Family {
    /** Each pair joined with probability p (Gilbert 1959). */
    ERDOS_RENYI(parameter("p", 0, 1)),
    /** The same with p = 2e/(n − 1). */
    ERDOS_RENYI_EDGES(parameter("e", 0, 1e4)),
    /** Exactly s edges, every set of s pairs alike (Erdős, Rényi 1959). */
    ERDOS_RENYI_EXACT(whole("s", 0, 1e6)),
    /**
     * Each vertex after the first sends edges to min(m, how many there are) old ones, drawn one after another without repetition with weights
     * degree^a, the degrees before it came (Barabási, Albert 1999): few nodes have many causes.
     */
    SCALE_FREE(whole("m", 1, 1e3), parameter("a", 0, 4, 1)),
    /** The same with each edge from the old to the new: few nodes have many effects. */
    SCALE_FREE_TRANSPOSE(whole("m", 1, 1e3), parameter("a", 0, 4, 1)),
    /**
     * A ring where each vertex is joined to its k nearest, k even and below n; then, round the ring, for each distance the edge to the next
     * vertex at it gets, with probability p, another end, uniform among those that are not joined to its beginning (Watts, Strogatz 1998).
     */
    SMALL_WORLD(whole("k", 2, 1e3), parameter("p", 0, 1)),
    /**
     * b blocks (at most n), ended by a uniform choice of places; pairs within a block joined with a probability that makes e edges a node, others
     * with d times that (Holland et al. 1983).
     */
    STOCHASTIC_BLOCK(parameter("e", 0, 1e4), whole("b", 1, 1e3), parameter("d", 0, 1)),
    /** Uniform points of the unit square, joined where they are nearer than r (Gilbert 1961). */
    GEOMETRIC(parameter("r", 0, 1.5)),
    /** Causes and effects alone: a share s of the vertices, rounded down, at least one and not all, are causes; pairs of a cause and an effect joined. */
    BIPARTITE(parameter("e", 0, 1e4), parameter("s", 0, 1, 0.2)),
    /** l levels, ended by a uniform choice of places; pairs of different levels joined, from the earlier to the later. */
    HIERARCHICAL(parameter("e", 0, 1e4), whole("l", 2, 1e3)),
    /** Each pair joined. */
    FULL;

    /** The largest probability of an edge that follows from an expected number. */
    static final double DENSEST = 0.99;

    private final List<Parameter> parameters;

    Family(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    /**
     * A number that a family takes.
     *
     * @param name as in its definition
     * @param least allowed
     * @param most allowed
     * @param whole whether it is an integer
     * @param otherwise where it is not given; NaN: it must be
     */
    record Parameter(String name, double least, double most, boolean whole, double otherwise) {
        /** Whether it may be left out. */
        boolean optional() {
            return !Double.isNaN(otherwise);
        }

        /** Whether it may be that. */
        boolean allows(double value) {
            return value >= least && value <= most && (!whole || value == Math.rint(value));
        }
    }

    private static Parameter parameter(String name, double least, double most) {
        return parameter(name, least, most, Double.NaN);
    }

    private static Parameter parameter(String name, double least, double most, double otherwise) {
        return new Parameter(name, least, most, false, otherwise);
    }

    private static Parameter whole(String name, double least, double most) {
        return new Parameter(name, least, most, true, Double.NaN);
    }

    /** What it takes, in order. */
    List<Parameter> parameters() {
        return parameters;
    }
}
