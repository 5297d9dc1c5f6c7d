package io.millrace.routing;

/**
 * Places the nodes of instances: sets {@link Instance#xy}, one array for the chunk, and {@link Instance#at}, the same stride
 * from instance to instance.
 */
interface CoordinateLaw {
    /** Places the nodes of {@code chunk[0 … count − 1]}, instances of consecutive indices. */
    void place(Instance[] chunk, int count);
}
