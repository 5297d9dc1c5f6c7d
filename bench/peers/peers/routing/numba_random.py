# SPDX-License-Identifier: Apache-2.0
"""Numba, instances in parallel, strict floating point, with `numpy.random`: the loop that one writes first.

Inside Numba that is a scalar Mersenne Twister a thread; numba_splitmix.py shows what replacing it gains.
"""

from importlib.util import find_spec

from . import Batch, capacity

name = "Numba, numpy.random"


def available():
    return None if find_spec("numba") else "numba is not installed"


def make(customers, batch, threads):
    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    nodes = customers + 1

    @njit(parallel=True)
    def fill(coords, demands, capacities, distances, limit):
        for b in prange(batch):
            for i in range(nodes):
                coords[b, i, 0] = np.random.random()
                coords[b, i, 1] = np.random.random()
                demands[b, i] = np.random.randint(1, 10)
            demands[b, 0] = 0
            capacities[b] = limit
            for i in range(nodes):
                for j in range(nodes):
                    dx = coords[b, i, 0] - coords[b, j, 0]
                    dy = coords[b, i, 1] - coords[b, j, 1]
                    distances[b, i, j] = np.sqrt(dx * dx + dy * dy)

    out = Batch(
        np.empty((batch, nodes, 2), np.float32),
        np.empty((batch, nodes), np.int32),
        np.empty(batch, np.int32),
        np.empty((batch, nodes, nodes), np.float32),
    )

    def generate(count):
        for _ in range(count):
            fill(*out, capacity(customers))
        return out

    return generate
