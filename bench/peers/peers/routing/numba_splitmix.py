# SPDX-License-Identifier: Apache-2.0
"""Numba, instances in parallel, strict floating point, with random numbers of its own.

Random numbers are SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), which
the compiler can vectorise, in place of `numpy.random` (see numba_random.py).
"""

from importlib.util import find_spec

from . import Batch, capacity

name = "Numba, SplitMix64"


def available():
    return None if find_spec("numba") else "numba is not installed"


def make(customers, batch, threads):
    import os

    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    nodes = customers + 1
    gamma = np.uint64(0x9E3779B97F4A7C15)
    low = np.uint64(0xFFFFFF)
    unit = np.float32(2**-24)

    @njit
    def word(state, index):
        z = state + gamma * np.uint64(index)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))

    @njit(parallel=True)
    def fill(coords, demands, capacities, distances, state, limit):
        for b in prange(batch):
            x = np.empty(nodes, np.float32)
            y = np.empty(nodes, np.float32)
            for i in range(nodes):
                node = b * nodes + i
                place = word(state, 2 * node)
                load = word(state, 2 * node + 1) >> np.uint64(32)
                x[i] = np.float32(np.int32(place & low)) * unit
                y[i] = np.float32(np.int32(place >> np.uint64(40))) * unit
                coords[b, i, 0] = x[i]
                coords[b, i, 1] = y[i]
                demands[b, i] = 1 + np.int32(np.uint64(9) * load >> np.uint64(32))
            demands[b, 0] = 0
            capacities[b] = limit
            for i in range(nodes):
                for j in range(nodes):
                    dx = x[i] - x[j]
                    dy = y[i] - y[j]
                    distances[b, i, j] = np.sqrt(dx * dx + dy * dy)

    out = Batch(
        np.empty((batch, nodes, 2), np.float32),
        np.empty((batch, nodes), np.int32),
        np.empty(batch, np.int32),
        np.empty((batch, nodes, nodes), np.float32),
    )
    state = int.from_bytes(os.urandom(8))

    def generate(count):
        nonlocal state
        for _ in range(count):
            fill(*out, np.uint64(state), capacity(customers))
            state = (state + int(gamma) * 2 * batch * nodes) % 2**64
        return out

    return generate
