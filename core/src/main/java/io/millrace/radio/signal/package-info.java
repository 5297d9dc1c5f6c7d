/**
 * What transmitters emit: complex envelopes of mean power 1.
 *
 * <p>Read in this order: {@link io.millrace.radio.signal.Emission}, {@link io.millrace.radio.signal.Modulation}, one file each behind
 * {@link io.millrace.radio.signal.Baseband}; {@link io.millrace.radio.signal.Transmitter}, a thread's;
 * {@link io.millrace.radio.signal.EmissionKeys}, the settings.
 */
package io.millrace.radio.signal;
