/**
 * What the command knows of waveforms: parameters taken from a dataset, and the picture of an instance.
 *
 * <p>{@link io.millrace.cli.waveform.WaveformPicture} draws; {@code Curves} has what is drawn, {@code Whitened} the time
 * series and {@code Fourier} its transform.
 */
package io.millrace.cli.waveform;
