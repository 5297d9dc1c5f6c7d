/**
 * Gravitational waveforms of compact binaries, in the frequency domain.
 *
 * <p>Read {@link io.millrace.waveform.WaveformSpec} first, then {@link io.millrace.waveform.WaveformGenerator} for what is
 * written. A model ({@code PhenomD}, {@code TaylorF2}) turns parameters into a {@code Signal}: coefficients of closed forms
 * over ranges of bins, a few hundred scalar operations an instance. {@code ClosedForm} evaluates it block by block with three
 * kernels, {@code Phase…}, {@code Amplitude…} and {@code Wave…}, lane = bin, each in a scalar and a vector twin of the same
 * bits. {@link io.millrace.waveform.Polarizations} is the seam where other code computes them instead;
 * {@link io.millrace.waveform.Prologue} hands the coefficients to whoever evaluates bins elsewhere, such as on a device.
 *
 * <p>Below stand {@link io.millrace.waveform.domain}, the frequencies; {@link io.millrace.waveform.parameters}, where masses,
 * spins and angles come from; {@link io.millrace.waveform.detector}, what detectors make of a waveform. Random streams: 0 to 63
 * are the parameters', by their place in {@code parameters.Quantity}; from 64 on the noise of detectors.
 */
package io.millrace.waveform;
