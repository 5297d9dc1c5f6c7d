/**
 * What transmitters emit: complex envelopes of mean power 1.
 *
 * <p>Read in this order: {@link io.millrace.radio.signal.Emission}, {@link io.millrace.radio.signal.Modulation}, one file each behind
 * {@link io.millrace.radio.signal.Baseband}: {@code Fm}, {@code Am}, {@code Dsb}, {@code Ssb} of {@code Audio}; {@code Linear} of a
 * {@code Constellation} and a {@code Pulse}, {@code Fsk} of a {@code FrequencyPulse}, {@code Ofdm}, {@code LoRa}, {@code Lfm}, all of {@code
 * Symbols}; {@link io.millrace.radio.signal.Transmitter}, a thread's; {@link io.millrace.radio.signal.EmissionKeys}, the settings.
 *
 * <p>A sample of what is keyed is a function of its position, a few numbers of its instance and tables; of frequency modulation and keying
 * it needs a sum of integers over what came before besides. What is not a phasor, a random word or a transform gains nothing from lanes that
 * the compiler does not find, and is shared by the backends.
 */
package io.millrace.radio.signal;
