package io.millrace.routing;

import io.millrace.batch.Rows;
import io.millrace.random.Draws;

/**
 * What a backend computes with: {@link CvrpScalar} or {@link CvrpVector}, twins that give the same bits.
 *
 * @param draws random numbers by the array
 * @param rows stores into tensors
 * @param distances rows of distances
 * @param matrix the full Euclidean float32 matrix, straight into the tensor
 * @param closure Floyd–Warshall
 */
record CvrpKernels(Draws draws, Rows rows, DistanceKernel distances, MatrixKernel matrix, ClosureKernel closure) {}
