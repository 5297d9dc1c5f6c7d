/**
 * Fast Fourier transforms whose bits are the same everywhere: scalar and vector, any vector width, interpreted or compiled.
 *
 * <p>Read in this order: {@link io.millrace.fft.Fft}, which is all that a user needs; {@link io.millrace.fft.FftPlan}, the
 * definition, stage by stage, and the tables that a device gets; {@code Stages}, the arithmetic; {@code Transform}, how lanes
 * are filled.
 */
package io.millrace.fft;
