/**
 * Radio on a device. The host draws scene, receptions and tones by {@link io.millrace.radio.Prologue}; a
 * {@link io.millrace.opencl.radio.BasebandOpenCl} makes the envelopes, {@link io.millrace.opencl.radio.EchoesOpenCl} what receivers make of
 * them. Each kernel is a host class and a {@code .cl} file, named as its twin in Java; work-groups make blocks of samples, see
 * {@code radio.cl}.
 */
package io.millrace.opencl.radio;
