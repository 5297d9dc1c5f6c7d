package io.millrace.opencl.causal;

import io.millrace.opencl.device.Buffer;

/**
 * Instances that are made at once, on the device.
 *
 * @param first the batch's first index
 * @param count how many
 * @param instances {@link InstanceColumn}s
 * @param nodes {@link NodeColumn}s
 * @param targets of each world
 * @param causes of all nodes
 * @param numbers of all nodes
 * @param functions numbers of all random functions; null where there are none
 * @param flags of each instance, not 0 where a value is too large
 */
record Pass(
        long first,
        int count,
        Buffer instances,
        Buffer nodes,
        Buffer targets,
        Buffer causes,
        Buffer numbers,
        Buffer functions,
        Buffer flags) {}
