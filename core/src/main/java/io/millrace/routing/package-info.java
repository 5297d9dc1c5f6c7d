/**
 * Routing instances: CVRP and its relatives.
 *
 * <p>Read in this order: {@link io.millrace.routing.CvrpSpec} (what may be asked for; its keys are
 * {@link io.millrace.routing.CvrpKeys}), {@link io.millrace.routing.CvrpGenerator} (the fields), then the worker and its parts,
 * one a quantity: size, coordinates (one law a file), demand, constraints, distances. What a backend brings are the kernels
 * of {@code CvrpScalar} and {@code CvrpVector}; everything else is one code for all backends.
 */
package io.millrace.routing;
