/**
 * What the command knows of waveforms: parameters taken from a dataset, and the picture of an instance.
 *
 * <p>{@link io.millrace.cli.waveform.WaveformPicture} draws what {@code WaveformInstance} reads; {@code Whitened} is the time
 * series and {@code Fourier} its transform. {@link io.millrace.cli.waveform.ParametersOfDataset} serves {@code --parameters}.
 */
package io.millrace.cli.waveform;
