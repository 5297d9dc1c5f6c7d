/**
 * Conservation laws with shocks, by finite volumes: {@link io.millrace.pde.volume.Muscl}, the steps; {@link io.millrace.pde.volume.FluxKernel}, their arithmetic. Diffusion with storage between walls: {@link io.millrace.pde.volume.Sorption},
 * the steps; {@link io.millrace.pde.volume.SorptionKernel}, their arithmetic.
 */
package io.millrace.pde.volume;
