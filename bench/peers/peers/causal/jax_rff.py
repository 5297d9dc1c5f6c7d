# SPDX-License-Identifier: Apache-2.0
"""JAX, sums of Fourier features, a graph at a time, and of each only those nodes and worlds that differ from the base.

XLA's own cosine takes twenty times as long as the polynomial here. All worlds of a node at once, without those that come before
it, were as fast with 10 nodes and slower with 20.
"""

from functools import partial

from . import FEATURES, LENGTH, OUTPUT, RFF, ROWS, lanes, only
from .jax_jit import available, filler, graphs  # noqa: F401

name = "JAX, features"

refuses = only(RFF)


def cosine(turns):
    """Of 2πx, from Taylor's series of the sine of half the angle; 1e-6."""
    import jax.numpy as jnp
    import numpy as np

    f32 = np.float32
    t = (turns - jnp.round(turns)) * f32(np.pi)
    s = t * t
    a = ((f32(-1 / 39916800) * s + f32(1 / 362880)) * s + f32(-1 / 5040)) * s + f32(1 / 120)
    sine = t * ((a * s + f32(-1 / 6)) * s + 1)
    return 1 - 2 * sine * sine


def draws(key, nodes, batch):
    """All in causal order, but for the graphs."""
    import jax
    import jax.numpy as jnp
    import numpy as np

    key, *own = jax.random.split(key, 7)
    drawn = graphs(key, batch, nodes)
    order = drawn.keys.argsort(-1)
    each = jnp.arange(batch)[:, None, None]
    edges = drawn.weights[each, order[:, None], order[:, :, None]] != 0  # of the column to the row
    length = 2 * jnp.pi * jax.random.uniform(own[0], (batch, nodes, 1, 1), minval=LENGTH[0], maxval=LENGTH[1])
    output = jax.random.uniform(own[1], (batch, nodes, 1), minval=OUTPUT[0], maxval=OUTPUT[1]) * (2 / FEATURES) ** 0.5
    to, of = np.tril_indices(nodes, -1)
    frequencies = jnp.zeros((batch, nodes, FEATURES, nodes))
    frequencies = frequencies.at[:, to, :, of].set(jax.random.normal(own[2], (len(to), batch, FEATURES))) / length
    amplitudes = jax.random.normal(own[3], (batch, nodes, FEATURES)) * output
    return (
        drawn,
        order.argsort(-1),
        edges,
        jnp.take_along_axis(drawn.values, order, -1),
        jax.random.normal(own[4], (batch, nodes, ROWS)),
        jnp.where(edges[:, :, None], frequencies, 0),  # per turn
        jnp.where(edges.any(-1, keepdims=True), amplitudes, 0),
        jax.random.uniform(own[5], (batch, nodes, FEATURES)),  # turns
    )


def model(drawn, *each):
    """The three large arrays of a batch."""
    import jax
    import jax.numpy as jnp

    nodes = drawn.keys.shape[1]
    itself = jnp.eye(nodes, dtype=bool)

    def graph(own):
        rank, edges, values, noise, frequencies, amplitudes, phases = own

        def differ(k, differs):
            return differs.at[:, k].set((differs & edges[k]).any(1) | itself[k])

        def value(k, x):
            return amplitudes[k] @ cosine(frequencies[k] @ x + phases[k][:, None]) + noise[k]

        def follow(i, worlds):
            world, k = pairs[i] // nodes, pairs[i] % nodes
            return worlds.at[world, k].set(value(k, worlds[world]))

        base = jax.lax.fori_loop(0, nodes, lambda k, x: x.at[k].set(value(k, x)), noise)
        differs = jax.lax.fori_loop(0, nodes, differ, itself) & ~itself  # by world and node
        (pairs,) = jnp.nonzero(differs.ravel(), size=nodes * nodes)
        worlds = jnp.where(itself[..., None], values[:, None, None], base)
        worlds = jax.lax.fori_loop(0, differs.sum(), follow, worlds)
        return base[rank].T, worlds[rank[:, None], rank].transpose(0, 2, 1)

    base, intervened = jax.lax.map(graph, each)
    return base, intervened, intervened - base[:, None]


def make(case, batch, threads):
    def own(nodes, batch, rng):
        return filler(nodes, batch, rng, partial(draws, nodes=nodes, batch=batch), model)

    return lanes.make(case, batch, threads, own)
