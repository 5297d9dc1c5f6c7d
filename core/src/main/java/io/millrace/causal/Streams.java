package io.millrace.causal;

/** The random streams of samples and interventions; a number, once given, is never used for something else. */
public final class Streams {
    /**
     * Of the base {@link io.millrace.random.Draws#pairs}, number (j/2)·stride + r for row r of nodes j and j + 1, j even: normal noise is its real
     * part for the one and its imaginary part for the other. stride is {@link CausalSpec#baseStride}.
     */
    public static final int NOISE = 32;
    /** As {@link #NOISE}: the angles of Student's law, a word of a number for either node. */
    public static final int NOISE_TURNS = 33;
    /** Choices without repetition: of the worlds' nodes, or, from integer (1 + t)·{@link Interventions#MOST_SIZE} on, of world t's. */
    public static final int TARGETS = 34;
    /** Integer t: how many nodes of world t. */
    public static final int SIZES = 35;
    /** Of slot s of world t words 2q, 2q + 1, q = t times the most targets of a world, + s: the value. */
    public static final int VALUES = 36;
    /** Of slot s of world t words from 2q·{@link CausalSpec#worldStride} on, q as there: the first words of each row's value, then the second ones. */
    public static final int ROW_VALUES = 37;
    /**
     * Of fresh worlds as {@link #NOISE} with {@link CausalSpec#worldStride}, one world after the other, each from a block on that is a multiple of
     * 32.
     */
    public static final int FRESH = 38;
    /** As {@link #FRESH}: the angles of Student's law. */
    public static final int FRESH_TURNS = 39;
    /**
     * As {@link #NOISE}: noise of other laws, and what decides discrete nodes, a word of a number for either node. A stream of its own, for a normal number
     * takes both words.
     */
    public static final int WORDS = 40;
    /** As {@link #WORDS}, of fresh worlds. */
    public static final int FRESH_WORDS = 41;

    private Streams() {}
}
