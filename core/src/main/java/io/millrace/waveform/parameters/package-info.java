/**
 * The parameters of compact binaries: their names and units, drawn from priors or given by a table.
 *
 * <p>Read {@link io.millrace.waveform.parameters.Parameter} and {@link io.millrace.waveform.parameters.Point} first.
 */
package io.millrace.waveform.parameters;
