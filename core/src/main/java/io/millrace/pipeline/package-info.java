/**
 * Workers that keep a fixed pool of batches filled ahead of whoever consumes them.
 *
 * <p>{@link io.millrace.pipeline.Pipeline} hands batches to a Java loop in index order;
 * {@link io.millrace.pipeline.Drain} gives each batch to a sink on the worker that filled it, while it is hot.
 */
package io.millrace.pipeline;
