/** Routing on a device: a host class and a {@code .cl} file for each part of {@link io.millrace.routing}, by the same stems. */
package io.millrace.opencl.routing;
