/**
 * Causal: random graphs, structural equations, samples of the undisturbed world and of intervened ones.
 *
 * <p>Read in this order: {@link io.millrace.causal.CausalSpec} (what may be asked for; its keys are
 * {@link io.millrace.causal.CausalKeys}), {@link io.millrace.causal.CausalGenerator} (the table of fields), then the worker, which samples the base
 * and then each world; the rooms {@link io.millrace.causal.graph} and {@link io.millrace.causal.mechanism} hold the
 * definitions and draw from them, on {@link io.millrace.causal.law}; {@link io.millrace.causal.kernel} computes columns.
 */
package io.millrace.causal;
