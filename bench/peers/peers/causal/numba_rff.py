# SPDX-License-Identifier: Apache-2.0
"""Numba, sums of Fourier features, graphs in parallel, and of each only those nodes and worlds that differ, with loops that the
compiler vectorises: the strongest of what is compared here.
"""

from .. import vectorised
from . import FEATURES, LENGTH, OUTPUT, RFF, ROWS, VALUE, density, only, split
from .numba_effects import draws
from .numba_loops import arrays, available  # noqa: F401

name = "Numba, features"

refuses = only(RFF)


def make(case, batch, threads):
    import os

    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    f32, u64 = np.float32, np.uint64
    gamma = u64(vectorised.GAMMA)
    word, turn, _ = vectorised.functions()
    signed, normals, shuffle = draws()
    nodes = split(case)[1]
    limit = u64(density(nodes) * 2**32)
    half = ROWS * nodes // 2
    own = FEATURES * (nodes + 2) // 2 + FEATURES + 2  # words of a node: its normals, its phases, two scales
    words = half + nodes * (nodes + 2 + own)  # of a graph: its noise, its edges, its order, its values, its nodes

    @njit
    def uniform(state, index):
        return f32(np.int32(word(state, index) >> u64(33))) * f32(2**-31)

    @njit(fastmath=True, error_model="numpy")
    def function(x, causes, frequencies, phases, amplitudes, noise, out):
        """A node's values in a world, from those of its causes."""
        z, y = np.empty(ROWS, f32), np.empty(ROWS, f32)
        y[:] = noise
        for m in range(FEATURES):
            z[:] = phases[m]
            for c in range(len(causes)):
                frequency, cause = frequencies[c, m], x[causes[c]]
                for r in range(ROWS):
                    z[r] += frequency * cause[r]
            amplitude = amplitudes[m]
            for r in range(ROWS):
                _, cosine = turn(z[r])
                y[r] += amplitude * cosine
        out[:] = y

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def fill(base, intervened, delta, target, adjacency, seed):
        for b in prange(batch):
            state = seed + gamma * u64(b * words)
            noise = np.empty((nodes, ROWS), f32)  # in causal order, as all that follows but the output
            normals(state, noise.ravel())
            state += gamma * u64(half)
            order = np.arange(nodes)
            shuffle(state + gamma * u64(nodes * nodes), order)
            adjacency[b] = 0
            causes, count = np.empty((nodes, nodes), np.int64), np.zeros(nodes, np.int64)
            for k in range(nodes):
                for i in range(k):
                    if word(state, k * nodes + i) >> u64(32) < limit:
                        adjacency[b, order[i], order[k]] = 1
                        causes[k, count[k]] = i
                        count[k] += 1
            state += gamma * u64(nodes * (nodes + 1))
            values = state
            state += gamma * u64(nodes)
            numbers = np.empty((nodes, nodes + 2, FEATURES), f32)  # frequencies in turns, amplitudes, phases
            x = noise.copy()
            for k in range(nodes):
                n = count[k]
                if n:
                    drawn = numbers[k].ravel()
                    normals(state, drawn[: (n + 1) * FEATURES])
                    state += gamma * u64(FEATURES * (nodes + 2) // 2)
                    per_turn = f32(1) / (f32(2 * np.pi) * (LENGTH[0] + f32(LENGTH[1] - LENGTH[0]) * uniform(state, 0)))
                    output = OUTPUT[0] + f32(OUTPUT[1] - OUTPUT[0]) * uniform(state, 1)
                    for i in range(n * FEATURES):
                        drawn[i] *= per_turn
                    for m in range(FEATURES):
                        numbers[k, n, m] *= output * f32((2 / FEATURES) ** 0.5)
                        numbers[k, n + 1, m] = uniform(state, 2 + m)
                    state += gamma * u64(FEATURES + 2)
                    function(x, causes[k, :n], numbers[k], numbers[k, n + 1], numbers[k, n], noise[k], x[k])
                for r in range(ROWS):
                    base[b, r, order[k]] = x[k, r]
            world, differs = np.empty((nodes, ROWS), f32), np.empty(nodes, np.bool_)
            for first in range(nodes):
                t = order[first]
                target[b, t] = t
                intervened[b, t] = base[b]
                world[:] = x
                world[first] = signed(word(values, first) >> u64(32), VALUE[0], VALUE[1])
                differs[:] = False
                differs[first] = True
                for k in range(first, nodes):
                    n = count[k]
                    for c in range(n):
                        differs[k] |= differs[causes[k, c]]
                    if differs[k]:
                        if k > first:
                            function(world, causes[k, :n], numbers[k], numbers[k, n + 1], numbers[k, n], noise[k], world[k])
                        for r in range(ROWS):
                            intervened[b, t, r, order[k]] = world[k, r]
                before, change, after = base[b].ravel(), delta[b, t].ravel(), intervened[b, t].ravel()
                for i in range(ROWS * nodes):
                    change[i] = after[i] - before[i]

    out = arrays(case, batch)
    seed = int.from_bytes(os.urandom(8))

    def generate(count):
        nonlocal seed
        for _ in range(count):
            fill(*out, u64(seed))
            seed = (seed + int(gamma) * words * batch) % 2**64
        return out

    return generate
