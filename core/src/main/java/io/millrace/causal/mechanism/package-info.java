/**
 * Structural equations: how a node follows from its causes and its noise.
 *
 * <p>Read in this order: {@link io.millrace.causal.mechanism.Mechanism} and {@link io.millrace.causal.mechanism.Noise}, the definitions;
 * {@link io.millrace.causal.mechanism.Equations}, what is drawn from, with its settings {@link io.millrace.causal.mechanism.EquationKeys};
 * {@link io.millrace.causal.mechanism.Equation}, one that was drawn, by an {@link io.millrace.causal.mechanism.EquationReader}.
 */
package io.millrace.causal.mechanism;
