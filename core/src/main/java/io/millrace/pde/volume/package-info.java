/**
 * Conservation laws with shocks, by finite volumes: {@link io.millrace.pde.volume.Muscl}, the steps; {@link io.millrace.pde.volume.FluxKernel}, their arithmetic.
 */
package io.millrace.pde.volume;
