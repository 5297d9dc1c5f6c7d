/**
 * Periodic problems in one dimension, and a fluid in two, whose stiff part is linear, in Fourier space: û′ = Lû + G·F[p(u)], by exponential time differencing.
 *
 * <p>Read in this order: {@link io.millrace.pde.spectral.Semilinear}, what is solved; {@link io.millrace.pde.spectral.EtdCoefficients}, the scheme's numbers;
 * {@link io.millrace.pde.spectral.Etdrk4}, the steps of many trajectories at once; {@link io.millrace.pde.spectral.EtdKernel}, their arithmetic;
 * {@link io.millrace.pde.spectral.EtdAligned}, the same of one trajectory in the transforms' memory;
 * {@link io.millrace.pde.spectral.DispersiveSteps}, where L is complex; {@link io.millrace.pde.spectral.Vorticity}, the fluid; {@link io.millrace.pde.spectral.EtdStability}, the largest
 * steps.
 */
package io.millrace.pde.spectral;
