/**
 * Kernels over samples in split arrays, real and imaginary parts apart; each an interface with a scalar and a vector twin of the same
 * bits. {@link io.millrace.radio.kernel.Block} says what a block of samples is; {@link io.millrace.radio.kernel.SampleKernels} holds all.
 */
package io.millrace.radio.kernel;
