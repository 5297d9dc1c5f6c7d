/**
 * JMH benchmarks, a class for each kernel; {@link io.millrace.bench.Measured} has what they share, and
 * {@code bench/README.md} the command of each study.
 *
 * <p>Every benchmark's unit is the thing that it makes (values, instances, distances, batches), so that figures compare
 * across sizes; its Javadoc says which.
 */
package io.millrace.bench;
