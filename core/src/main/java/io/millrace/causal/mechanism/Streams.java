package io.millrace.causal.mechanism;

/** The random streams of equations; a number, once given, is never used for something else. */
public final class Streams {
    /** Uniform doubles 0, 1: the mechanism, the noise, of a graph. */
    public static final int GRAPH = 16;
    /** Of node j uniform doubles 2j, 2j + 1: the mechanism, the noise. */
    public static final int CHOICE = 17;
    /** Of node j words 4j … 4j + 3: two for the noise scale, two for the bias. */
    public static final int SCALES = 18;
    /** Weights and coefficients, two words each, of one node after the other, each from a whole block on. */
    public static final int WEIGHTS = 19;
    /**
     * Of node j {@link io.millrace.random.Draws#pairs} from block j·{@value #NODE_BLOCKS} on: normal numbers 2i, 2i + 1 are the parts of number
     * i; of each Fourier feature a and ω₁ … ω_K.
     */
    public static final int FEATURES = 20;
    /** Of node j from block j·{@value #NODE_BLOCKS} on: two words for ℓ, two for c; from the next block on the phase of each feature. */
    public static final int PHASES = 21;
    /** As {@link #FEATURES}, of the function h that spreads the noise. */
    public static final int SPREAD_FEATURES = 22;
    /** As {@link #PHASES}, of h. */
    public static final int SPREAD_PHASES = 23;
    /** Blocks from a node's words to the next node's. */
    public static final int NODE_BLOCKS = 1 << 20;

    private Streams() {}
}
