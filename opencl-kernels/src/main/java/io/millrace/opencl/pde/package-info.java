/**
 * Trajectories on a device. The host draws parameters and initial conditions and makes the numbers of steps, by {@link io.millrace.pde.Prologue}; the device makes all steps, in one
 * dimension a work-group a trajectory, and measures what certificates tell.
 *
 * <p>Read in this order: {@link io.millrace.opencl.pde.PdeOpenCl}, {@code PdeSteps}, {@code Trajectories}, then the kernels: {@code SpectralOpenCl}, {@code ShiftOpenCl},
 * {@code VolumeOpenCl}, {@code SorptionOpenCl}, {@code VorticityOpenCl}, {@code CertificateOpenCl}.
 */
package io.millrace.opencl.pde;
