/**
 * Waveforms on a device. The host draws parameters and makes the rows of coefficients that
 * {@link io.millrace.waveform.Prologue} describes; a kernel evaluates every bin of every row straight into the fields. Each
 * kernel is a host class and a {@code .cl} file, {@code Wave}, {@code Curve} or {@code Strain} by what is written; they share
 * {@code phase.cl}, {@code amplitude.cl} and {@code polarizations.cl}, the twins of {@link io.millrace.waveform}'s.
 */
package io.millrace.opencl.waveform;
