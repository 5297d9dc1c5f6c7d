package io.millrace.dataset;

/**
 * What a run did.
 *
 * @param written instances that this run generated and that now stand in finished shards
 * @param bytes of the arrays of those shards
 * @param finished shards that stand now
 * @param shards of the whole dataset
 * @param complete whether the dataset is finished; if not, the same command continues
 */
public record WriteResult(long written, long bytes, int finished, int shards, boolean complete) {}
