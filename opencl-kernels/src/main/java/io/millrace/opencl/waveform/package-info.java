/**
 * Waveforms on a device. The host draws parameters and makes the rows of coefficients that
 * {@link io.millrace.waveform.Prologue} describes; a kernel evaluates every bin of every row straight into the fields. Each
 * kernel is a host class and a {@code .cl} file, {@code Wave}, {@code Curve} or {@code Strain} by what is written; they share
 * {@code tile.cl}, how work-groups go over the bins, and {@code phase.cl} and {@code amplitude.cl}.
 */
package io.millrace.opencl.waveform;
