/**
 * OpenCL as it is, with every call checked: what a backend is built of, whatever it computes.
 *
 * <p>Read in this order: {@link io.millrace.opencl.device.Library} finds the {@link io.millrace.opencl.device.Device}s of this
 * machine; a {@link io.millrace.opencl.device.Context} is one of them opened, with its programs; a
 * {@link io.millrace.opencl.device.Queue} is one thread's, with its {@link io.millrace.opencl.device.Kernel}s, built of a
 * {@link io.millrace.opencl.device.Source}, and {@link io.millrace.opencl.device.Buffer}s. Every call goes through
 * {@link io.millrace.opencl.device.Cl}.
 */
package io.millrace.opencl.device;
