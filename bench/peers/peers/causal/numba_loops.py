# SPDX-License-Identifier: Apache-2.0
"""Numba, graphs in parallel, `numpy.random`: the loop that one writes first, which makes only those nodes of a world that differ."""

from importlib.util import find_spec

from . import LINEAR, ROWS, VALUE, WEIGHT, Batch, density, only, split

name = "Numba, loops"

refuses = only(LINEAR)


def available():
    return None if find_spec("numba") else "numba is not installed"


def arrays(case, batch):
    """A batch's, to be filled again and again."""
    import numpy as np

    nodes = split(case)[1]
    return Batch(
        np.empty((batch, ROWS, nodes), np.float32),
        np.empty((batch, nodes, ROWS, nodes), np.float32),
        np.empty((batch, nodes, ROWS, nodes), np.float32),
        np.empty((batch, nodes), np.int32),
        np.empty((batch, nodes, nodes), np.uint8),
    )


def make(case, batch, threads):
    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    nodes = split(case)[1]
    p = density(nodes)

    @njit
    def signed(low, high):
        x = np.random.uniform(low, high)
        return np.float32(x if np.random.random() < 0.5 else -x)

    @njit
    def node(x, noise, weights, causes, count, j):
        for r in range(ROWS):
            y = noise[r, j]
            for c in range(count):
                y += weights[c, j] * x[r, causes[c, j]]
            x[r, j] = y

    @njit(parallel=True, fastmath=True)
    def fill(base, intervened, delta, target, adjacency):
        for b in prange(batch):
            order = np.random.permutation(nodes)
            causes, weights = np.empty((nodes, nodes), np.int32), np.empty((nodes, nodes), np.float32)
            count = np.zeros(nodes, np.int32)
            adjacency[b] = 0
            for k in range(nodes):
                j = order[k]
                for i in order[:k]:
                    if np.random.random() < p:
                        adjacency[b, i, j] = 1
                        causes[count[j], j] = i
                        weights[count[j], j] = signed(WEIGHT[0], WEIGHT[1])
                        count[j] += 1
            noise = np.empty((ROWS, nodes), np.float32)
            for r in range(ROWS):
                for j in range(nodes):
                    noise[r, j] = np.random.normal()
            for j in order:
                node(base[b], noise, weights, causes, count[j], j)
            differs = np.empty(nodes, np.bool_)
            for first in range(nodes):
                t = order[first]
                target[b, t] = t
                world = intervened[b, t]
                world[:] = base[b]
                world[:, t] = signed(VALUE[0], VALUE[1])
                differs[:] = False
                differs[t] = True
                for j in order[first + 1 :]:
                    for c in range(count[j]):
                        differs[j] |= differs[causes[c, j]]
                    if differs[j]:
                        node(world, noise, weights, causes, count[j], j)
                for r in range(ROWS):
                    for j in range(nodes):
                        delta[b, t, r, j] = world[r, j] - base[b, r, j]

    out = arrays(case, batch)

    def generate(count):
        for _ in range(count):
            fill(*out)
        return out

    return generate
