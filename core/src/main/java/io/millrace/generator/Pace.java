package io.millrace.generator;

/**
 * What keeps a backend busy, where it is not the machine's processors and a core's cache that say so.
 *
 * @param workers threads that each have a batch on its way
 * @param batchBytes about how large a batch is
 */
public record Pace(int workers, long batchBytes) {}
