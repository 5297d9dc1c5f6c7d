package io.millrace.routing;

/** Places the nodes of an instance: sets {@link Instance#xy} and {@link Instance#at}. */
interface CoordinateLaw {
    /** The next instances, as {@link Part#prepare} says. */
    default void prepare(long first, int count) {}

    /** Places the nodes of instance number {@code number} of those prepared. */
    void place(Instance instance, int number);
}
