/**
 * The backend {@code opencl}.
 *
 * <p>Read in this order: {@link io.millrace.opencl.OpenClBackend} chooses devices; {@link io.millrace.opencl.OpenClGenerator}
 * opens them; {@link io.millrace.opencl.OpenClWorker} fills batches, or leaves them on the device as
 * {@link io.millrace.opencl.DeviceBatch}es. What a workload brings is an {@link io.millrace.opencl.OpenClWorkload} with its
 * {@link io.millrace.opencl.Steps}: a host class and a {@code .cl} file a kernel, on the shared {@code math.cl},
 * {@code philox.cl} and {@code reduce.cl} beside this package.
 */
package io.millrace.opencl;
