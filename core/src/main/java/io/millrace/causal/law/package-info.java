/**
 * What is drawn from: a {@link io.millrace.causal.law.Law} of numbers, a {@link io.millrace.causal.law.Mixture} of choices, each with the
 * text that settings have for it.
 */
package io.millrace.causal.law;
