/**
 * LALSimulation, the gravitational-wave community's library of waveform models, as it is installed on this machine.
 *
 * <p>Read in this order: {@link io.millrace.natives.lal.Lal}, the facade over the C functions, which finds the library and
 * turns its failures into exceptions; {@link io.millrace.natives.lal.LalModel}, one approximant on one grid; {@link
 * io.millrace.natives.lal.LalPolarizations}, what a worker makes batches with. {@code LalLocator} finds the library, {@code
 * LalSymbols} holds its functions, {@code SeriesLayout} its structures' bytes.
 *
 * <p>Nothing here loads anything until {@link io.millrace.natives.lal.Lal#open()} is called. LALSuite is licensed under the
 * GPL and no part of it is contained here: its functions' names, signatures and structures are.
 */
package io.millrace.natives.lal;
