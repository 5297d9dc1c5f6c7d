/**
 * From a spec to filled batches: workloads, generators, and the one place that chooses a backend.
 *
 * <p>Read in this order: {@link io.millrace.generator.Workload}, {@link io.millrace.generator.Generator},
 * {@link io.millrace.generator.Worker}, {@link io.millrace.generator.BackendProvider},
 * {@link io.millrace.generator.Backends}.
 */
package io.millrace.generator;
