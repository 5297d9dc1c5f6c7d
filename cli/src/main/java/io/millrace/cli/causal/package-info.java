/** What the command knows of causal models: the export for AVICI, of what {@code CausalInstance} reads. */
package io.millrace.cli.causal;
