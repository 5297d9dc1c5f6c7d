# SPDX-License-Identifier: Apache-2.0
"""Numba, graphs in parallel, all worlds of linear models by their total effects (see numpy_effects.py), random numbers by
vectorised.py: the strongest of what is compared here.
"""

from .. import vectorised
from . import LINEAR, ROWS, VALUE, WEIGHT, density, only, split
from .numba_loops import arrays, available  # noqa: F401

name = "Numba, total effects"

refuses = only(LINEAR)


def draws():
    """`signed`, `normals` and `shuffle`, compiled where they are called."""
    import numpy as np
    from numba import njit

    f32, u64 = np.float32, np.uint64
    word, turn, logarithm = vectorised.functions()

    @njit
    def signed(bits, low, high):
        """±U(low, high) from 32 random bits."""
        x = f32(np.int32(bits & u64(0x7FFFFFFF))) * f32(2**-31) * f32(high - low) + f32(low)
        return x if bits >> u64(31) else -x

    @njit(fastmath=True, error_model="numpy")
    def normals(state, out):
        """By Box and Muller, two a word."""
        half = len(out) // 2
        for i in range(half):
            z = word(state, i)
            high, low = np.int32(z >> u64(32)), np.int32(z & u64(0xFFFFFFFF))
            u = f32(high & np.int32(0x7FFFFFFF)) * f32(2**-31) + f32(2**-32)
            radius = np.sqrt(f32(-2) * logarithm(u))
            sine, cosine = turn(f32(low) * f32(2**-32))
            out[i] = radius * cosine
            out[half + i] = radius * sine

    @njit
    def shuffle(state, out):
        for k in range(len(out) - 1, 0, -1):
            i = np.int64((word(state, k) >> u64(32)) * u64(k + 1) >> u64(32))
            out[k], out[i] = out[i], out[k]

    return signed, normals, shuffle


def make(case, batch, threads):
    import os

    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    f32, u64 = np.float32, np.uint64
    gamma = u64(vectorised.GAMMA)
    word, _, _ = vectorised.functions()
    signed, normals, shuffle = draws()
    nodes = split(case)[1]
    limit = u64(density(nodes) * 2**32)
    half = ROWS * nodes // 2
    words = half + nodes * nodes + nodes  # of a graph: its noise, its edges and values, its order

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def fill(base, intervened, delta, target, adjacency, seed):
        for b in prange(batch):
            state = seed + gamma * u64(b * words)
            x = np.empty((nodes, ROWS), f32)  # in causal order
            normals(state, x.ravel())
            state += gamma * u64(half)
            order = np.arange(nodes)
            shuffle(state + gamma * u64(nodes * nodes), order)
            adjacency[b] = 0
            of = np.zeros((nodes, nodes), f32)  # effects on the row, in causal order, of the column
            for k in range(nodes):
                for i in range(k):
                    z = word(state, k * nodes + i)
                    if z >> u64(32) < limit:
                        weight = signed(z & u64(0xFFFFFFFF), WEIGHT[0], WEIGHT[1])
                        adjacency[b, order[i], order[k]] = 1
                        for r in range(ROWS):
                            x[k, r] += weight * x[i, r]
                        for j in range(nodes):
                            of[k, j] += weight * of[i, j]
                of[k, order[k]] = f32(1)
            total, effect = np.empty((nodes, nodes), f32), np.empty(nodes, f32)
            for k in range(nodes):
                for r in range(ROWS):
                    base[b, r, order[k]] = x[k, r]
                for j in range(nodes):
                    total[j, order[k]] = of[k, j]
            for t in range(nodes):
                target[b, t] = t
                value = signed(word(state, t * nodes + t) >> u64(32), VALUE[0], VALUE[1])
                effect[:] = total[t]
                for r in range(ROWS):
                    step = value - base[b, r, t]
                    for j in range(nodes):
                        delta[b, t, r, j] = step * effect[j]
                # One long loop: rows of their own end in numbers that fill no vector.
                before, change, world = base[b].ravel(), delta[b, t].ravel(), intervened[b, t].ravel()
                for i in range(ROWS * nodes):
                    world[i] = before[i] + change[i]
                for r in range(ROWS):
                    intervened[b, t, r, t] = value

    out = arrays(case, batch)
    seed = int.from_bytes(os.urandom(8))

    def generate(count):
        nonlocal seed
        for _ in range(count):
            fill(*out, u64(seed))
            seed = (seed + int(gamma) * words * batch) % 2**64
        return out

    return generate
