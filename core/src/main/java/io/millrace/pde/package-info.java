/**
 * The workload {@code pde}: trajectories of partial differential equations on periodic grids.
 *
 * <p>Read in this order: {@link io.millrace.pde.PdeSpec}, what can be asked for; {@link io.millrace.pde.Equation}, what is solved; {@link io.millrace.pde.PdeGenerator}, the fields;
 * {@code PdeWorker}, how they are made; {@link io.millrace.pde.spectral}, the solver.
 */
package io.millrace.pde;
