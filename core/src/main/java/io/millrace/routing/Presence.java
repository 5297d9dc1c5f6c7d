package io.millrace.routing;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/** Which of the spec's constraints an instance has: all, or each with probability ½ where {@link Variants#DRAWN}. */
public final class Presence {
    /** Word of {@link Streams#VARIANT} for {@code time_windows}. */
    public static final int TIME_WINDOWS = 0;
    /** Word for {@code open_route}. */
    public static final int OPEN_ROUTES = 1;
    /** Word for the backhauls. */
    public static final int BACKHAULS = 2;
    /** Word for {@code distance_limit}. */
    public static final int LIMIT = 3;

    private final boolean drawn;
    private final RandomStream stream;

    Presence(CvrpSpec spec, Philox philox) {
        drawn = spec.variants() == Variants.DRAWN;
        stream = new RandomStream(philox);
    }

    boolean of(Instance instance, int constraint) {
        return !drawn || stream.at(instance.index, 0, Streams.VARIANT).word(constraint) < 0;
    }
}
