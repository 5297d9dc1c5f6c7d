/**
 * Where instances live: one contiguous, 64-byte-aligned, row-major off-heap tensor per field.
 *
 * <p>Read in this order: {@link io.millrace.batch.DType}, {@link io.millrace.batch.Field},
 * {@link io.millrace.batch.Schema}, {@link io.millrace.batch.Batch}.
 */
package io.millrace.batch;
