/**
 * Causal models on a device. The host draws graphs, equations and targets by {@link io.millrace.causal.Prologue}; the device draws random
 * functions and noise, and makes every sample.
 *
 * <p>Read in this order: {@link io.millrace.opencl.causal.CausalOpenCl}, {@code CausalSteps}, the host's {@code Tables}, then the kernels:
 * {@code FeaturesOpenCl}, {@code SampleOpenCl}, {@code RowsOpenCl}, {@code LinearOpenCl}.
 */
package io.millrace.opencl.causal;
