/**
 * Random directed acyclic graphs.
 *
 * <p>Read in this order: {@link io.millrace.causal.graph.Family}, the definitions; {@link io.millrace.causal.graph.GraphLaw}, one of them with
 * its parameters; {@link io.millrace.causal.graph.Graph}, one that was drawn, by a {@link io.millrace.causal.graph.GraphReader}. Each
 * {@code Skeleton} is a family, or a few that are alike. All of it is scalar: a graph is small beside its samples.
 */
package io.millrace.causal.graph;
