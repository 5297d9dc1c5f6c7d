/**
 * The workload {@code pde}: trajectories of partial differential equations, periodic but for one.
 *
 * <p>Read in this order: {@link io.millrace.pde.PdeSpec}, what can be asked for; {@link io.millrace.pde.Equation}, what is solved; {@link io.millrace.pde.PdeGenerator}, the fields;
 * {@code PdeWorker}, how they are made; {@link io.millrace.pde.spectral} and {@link io.millrace.pde.volume}, the solvers.
 */
package io.millrace.pde;
