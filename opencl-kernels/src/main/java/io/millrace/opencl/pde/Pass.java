package io.millrace.opencl.pde;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;

/**
 * Trajectories that are made at once.
 *
 * @param count how many
 * @param starts u at time 0, one after the other
 * @param slots where each stands in the batch
 * @param flags zeros, which become ones where a trajectory leaves the finite
 * @param fields where u is written
 */
record Pass(int count, Buffer starts, Buffer slots, Buffer flags, DeviceBatch fields) {}
