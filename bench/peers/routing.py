#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's `routing` workload with what else makes CVRP batches on a CPU. See README.md."""

from harness import Workload, main

# How far a batch's mean may stray, for one node: six standard deviations, rounded up.
DISTANCE_ERROR = 1.3  # of an instance's mean distance, which falls as 1 / sqrt(nodes): 0.21
DEMAND_ERROR = 15.5  # sqrt(20/3)


def item_bytes(customers):
    nodes = customers + 1
    return 8 * nodes + 4 * nodes + 4 + 4 * nodes**2


def check(batches, customers, batch):
    """Raises unless the batches, made one after the other, are what the workload asks for and none repeats another."""
    import numpy as np

    nodes = customers + 1
    shapes = ((batch, nodes, 2), (batch, nodes), (batch,), (batch, nodes, nodes))
    dtypes = (np.float32, np.int32, np.int32, np.float32)
    between = ~np.eye(nodes, dtype=bool)

    def same(a, b):
        return np.mean(a == b)

    def require(truth, what):
        if not truth:
            raise ValueError(what)

    for arrays in batches:
        coords, demands, capacity, distances = arrays
        require(tuple(a.shape for a in arrays) == shapes, "shapes")
        require(tuple(a.dtype for a in arrays) == dtypes, "types")
        require(coords.min() >= 0 and coords.max() <= 1, "a coordinate outside [0, 1]")
        require((demands[:, 0] == 0).all(), "a depot with a demand")
        require(demands[:, 1:].min() >= 1 and demands[:, 1:].max() <= 9, "a demand outside 1..9")
        require(abs(demands[:, 1:].mean() - 5) < DEMAND_ERROR / (batch * customers) ** 0.5, "mean demand")
        require((capacity == capacity[0]).all() and capacity[0] >= 9, "capacity")
        require((distances == distances.transpose(0, 2, 1)).all(), "a matrix that is not symmetric")
        require((distances[:, ~between] == 0).all(), "a diagonal that is not zero")
        require(abs(distances[:, between].mean() - 0.5214054) < DISTANCE_ERROR / (batch * nodes) ** 0.5, "mean distance")
        x, y = coords[:, :, 0].astype(np.float64), coords[:, :, 1].astype(np.float64)
        exact = np.hypot(x[:, :, None] - x[:, None], y[:, :, None] - y[:, None])
        require(np.abs(distances - exact).max() < 1e-6, "a distance that is not its points'")

    # Equal by chance: a coordinate of 24 bits hardly ever, a demand one time in nine.
    for index, one in enumerate(batches):
        for other in batches[:index]:
            require(same(one[0], other[0]) < 0.001, "coordinates of an earlier batch")
            require(same(one[1][:, 1:], other[1][:, 1:]) < 0.2, "demands of an earlier batch")
            require(same(one[3][:, between], other[3][:, between]) < 0.001, "distances of an earlier batch")


workload = Workload(
    name="routing",
    size="customers",
    sizes=(10, 100),
    batch=512,
    items="instances",
    peers=(
        "numpy_loop:1",
        "numpy_batched",
        "torch_batched",
        "jax_jit",
        "numba_random",
        "numba_splitmix",
        "c_plain",
        "c_no_errno",
        "c_no_errno:1",
    ),
    item_bytes=item_bytes,
    check=check,
)

if __name__ == "__main__":
    main(workload)
