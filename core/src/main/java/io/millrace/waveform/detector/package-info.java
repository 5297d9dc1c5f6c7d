/**
 * What detectors make of a waveform: antenna patterns, delays, whitening by a noise curve, coloured Gaussian noise.
 *
 * <p>The strain of detector d at frequency f, with everything that can be asked for:
 *
 * <pre>
 * s(f) = (F₊ h₊(f) + F× h×(f)) · e^(−2πi f τ) + n(f),   τ = geocent_time + delay
 * whitened: s(f) · √(4 δf) / ASD(f), 0 outside [f_min, f_max]
 * Re n, Im n: normal, independent, mean 0, variance ASD(f)² / (4 δf), 0 outside [f_min, f_max]
 * </pre>
 *
 * <p>δf is the width of the bin, the reciprocal of the duration that it stands for. Whitened noise has therefore variance 1
 * in its real and in its imaginary part. F₊, F× and the delay are taken at the reference time, as dingo-gw takes them:
 * over the fractions of a second that {@code geocent_time} spans, the earth turns by less than 10⁻⁴ rad.
 *
 * <p>Read {@link io.millrace.waveform.detector.Detector} and {@link io.millrace.waveform.detector.NoiseCurve} first, then
 * {@link io.millrace.waveform.detector.Observation}, {@link io.millrace.waveform.detector.ObservationKeys} and
 * {@link io.millrace.waveform.detector.Projection}, which makes the strains.
 */
package io.millrace.waveform.detector;
