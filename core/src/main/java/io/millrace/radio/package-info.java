/**
 * Radio: complex baseband signals of one transmitter at several receivers, with what is true of them.
 *
 * <p>Read in this order: {@link io.millrace.radio.RadioSpec}, {@link io.millrace.radio.RadioGenerator} (the table of fields); then the rooms
 * {@link io.millrace.radio.scene}, {@link io.millrace.radio.signal}, {@link io.millrace.radio.channel} and
 * {@link io.millrace.radio.feature},
 * which stand side by side on {@link io.millrace.radio.kernel}.
 */
package io.millrace.radio;
