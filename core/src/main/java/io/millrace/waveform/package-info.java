/**
 * Gravitational waveforms of compact binaries, in the frequency domain.
 *
 * <p>Read {@link io.millrace.waveform.Domain} and {@link io.millrace.waveform.Polarizations} first.
 */
package io.millrace.waveform;
