/**
 * Routing on a device: a host class and a {@code .cl} file for each part of {@link io.millrace.routing}, by the same stems.
 *
 * <p>Read in this order: {@code CvrpOpenCl} (what Java tells the kernels, and what needs doubles), {@code CvrpSteps} (the parts
 * in their order), {@code Room} (what they share), then the parts. {@code routing.cl} is what their kernels share. The full
 * Euclidean matrix in floats is {@code distance.cl}; all other distances are {@code pairs.cl} or {@code nearest.cl}, on the
 * measures of {@code MeasureOpenCl}.
 *
 * <p>A part on the device reads fields that parts before it wrote, and draws again what is not in a field: the classes of an
 * instance, its route length, which constraints it has.
 */
package io.millrace.opencl.routing;
