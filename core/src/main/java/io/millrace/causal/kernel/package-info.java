/**
 * Kernels over columns: all rows of one node, one after the other. Each is an interface with its two twins, {@code …Scalar} and
 * {@code …Vector}; {@link io.millrace.causal.kernel.ColumnKernels} are all that a backend brings. Lane = row.
 */
package io.millrace.causal.kernel;
