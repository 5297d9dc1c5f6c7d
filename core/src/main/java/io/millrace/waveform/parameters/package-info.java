/**
 * The parameters of compact binaries: their names and units, drawn from priors or given by a table.
 *
 * <p>Read in this order: {@link io.millrace.waveform.parameters.Parameter} and
 * {@link io.millrace.waveform.parameters.Point}, what a waveform is a function of;
 * {@link io.millrace.waveform.parameters.ParameterSource}, where that comes from:
 * {@link io.millrace.waveform.parameters.Priors}, with the rules of bilby's names, from a
 * {@link io.millrace.waveform.parameters.Law} each, or {@link io.millrace.waveform.parameters.GivenParameters} from a
 * {@link io.millrace.waveform.parameters.ParameterFile}; {@link io.millrace.waveform.parameters.ParameterKeys}, the settings.
 *
 * <table>
 * <caption>Priors as text, by bilby's names; numbers may be written pi, 2pi, -pi/2</caption>
 * <tr><th>text</th><th>density from a to b</th></tr>
 * <tr><td>1.5</td><td>that value alone</td></tr>
 * <tr><td>uniform(a, b)</td><td>constant</td></tr>
 * <tr><td>sine, sine(a, b)</td><td>∝ sin x; from 0 to π</td></tr>
 * <tr><td>cosine, cosine(a, b)</td><td>∝ cos x; from −π/2 to π/2</td></tr>
 * <tr><td>power-law(alpha, a, b)</td><td>∝ x^α</td></tr>
 * <tr><td>log-uniform(a, b)</td><td>∝ 1/x</td></tr>
 * <tr><td>uniform-in-components-chirp-mass(a, b)</td><td>∝ x</td></tr>
 * <tr><td>uniform-in-components-mass-ratio(a, b)</td><td>∝ (1 + q)^(2/5)·q^(−6/5)</td></tr>
 * <tr><td>uniform-comoving-volume(a, b)</td><td>uniform in comoving volume, over luminosity distance</td></tr>
 * <tr><td>aligned-spin(a)</td><td>−ln(|χ|/a)/(2a) from −a to a</td></tr>
 * <tr><td>constraint(a, b)</td><td>none: what others determine lies between a and b, or is drawn again</td></tr>
 * </table>
 */
package io.millrace.waveform.parameters;
