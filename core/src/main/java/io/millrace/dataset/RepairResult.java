package io.millrace.dataset;

/**
 * What a repair did.
 *
 * @param before what was wrong
 * @param shards how many were made again
 * @param after what is wrong still: files that do not belong there, and whatever a cancelled repair did not reach
 */
public record RepairResult(VerifyReport before, int shards, VerifyReport after) {}
