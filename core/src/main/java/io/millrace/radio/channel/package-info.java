/**
 * From the transmitted envelope to a receiver's samples: delays, paths, fading, oscillators, noise, converters.
 *
 * <p>Read in this order: {@link io.millrace.radio.channel.Channel} and its parts; {@link io.millrace.radio.channel.Reception}, the numbers
 * that one receiver's samples are made from, drawn by a {@link io.millrace.radio.channel.ReceptionReader};
 * {@link io.millrace.radio.channel.Echoes} and {@link io.millrace.radio.channel.FrontEnd}, the chain in its order;
 * {@link io.millrace.radio.channel.ChannelKeys}, the settings.
 */
package io.millrace.radio.channel;
