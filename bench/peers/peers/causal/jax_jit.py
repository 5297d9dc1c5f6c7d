# SPDX-License-Identifier: Apache-2.0
"""JAX, node after node by a scan in causal order, all worlds of many graphs at once: a process per thread, in each two compiled
functions per batch.

Unrolled loops, a world or a graph at a time by vmap, or whole batches without blocks took longer. Nodes and worlds are counted
by their labels: weights are 0 of nodes that come later. XLA's own threads gain little here.
"""

from importlib.util import find_spec

from . import LINEAR, ROWS, VALUE, WEIGHT, Batch, Graphs, density, lanes, only

name = "JAX, jit"

BLOCK = 1 << 18  # floats of all worlds at a time: 1 MB, which the L2 cache holds from node to node

refuses = only(LINEAR)


def available():
    return None if find_spec("jax") else "jax is not installed"


def signed(uniform, magnitude):
    import jax.numpy as jnp

    low, high = magnitude
    x = uniform * (2 * (high - low)) - (high - low)
    return x + jnp.copysign(jnp.float32(low), x)


def graphs(key, batch, nodes):
    """As draw() makes them."""
    import jax
    import jax.numpy as jnp

    uniform = jax.random.uniform(key, (batch, nodes + 2, nodes))
    keys, values, coins = uniform[:, 0], uniform[:, 1], uniform[:, 2:]
    edges = (coins < density(nodes)) & (keys[:, :, None] < keys[:, None])
    weights = jnp.where(edges, signed(coins / density(nodes), WEIGHT), 0)
    return Graphs(keys, weights, signed(values, VALUE))


def in_blocks(model, drawn, nodes):
    """The model of a few graphs at a time."""
    import jax

    step = max(1, BLOCK // (nodes * (nodes + 1) * ROWS))
    batch = len(drawn[1])
    if step >= batch:
        return model(*drawn)
    # lax.map's own batch_size would take the blocks apart again.
    while batch % step:
        step -= 1
    blocks = jax.tree.map(lambda a: a.reshape(batch // step, step, *a.shape[1:]), drawn)
    made = jax.lax.map(lambda block: model(*block), blocks)
    return jax.tree.map(lambda a: a.reshape(batch, *a.shape[2:]), made)


def sequential(graphs, noise):
    """The three large arrays of a batch."""
    import jax
    import jax.numpy as jnp

    batch, nodes = graphs.keys.shape
    each = jnp.arange(batch)
    noise = noise.transpose(0, 2, 1)

    def add(x, node):
        y = jnp.einsum("bj,bjm->bm", graphs.weights[each, :, node], x.reshape(batch, nodes, -1))
        y = y.reshape(batch, nodes + 1, ROWS) + noise[each, node, None]
        y = y.at[each, node].set(graphs.values[each, node, None])
        return x.at[each, node].set(y), None

    # By graph, node and world, the base last.
    x, _ = jax.lax.scan(add, jnp.zeros((batch, nodes, nodes + 1, ROWS)), graphs.keys.argsort(-1).T)
    base = x[:, :, nodes].transpose(0, 2, 1)
    intervened = x[:, :, :nodes].transpose(0, 2, 3, 1)
    return base, intervened, intervened - base[:, None]


def filler(nodes, batch, rng, draws=None, model=None):
    import os

    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax

    jax.config.update("jax_threefry_partitionable", False)  # twice as fast on one device
    import jax.numpy as jnp

    def drawn(key):
        return graphs(key, batch, nodes), jax.random.normal(jax.random.fold_in(key, 1), (batch, ROWS, nodes))

    def blocks(*drawn):
        return in_blocks(sequential, drawn, nodes)

    draws, model = draws or drawn, model or blocks

    # A function of its own: XLA would compute what it may fuse several times.
    @jax.jit
    def following(key):
        key, own = jax.random.split(key)
        return key, draws(own)

    def body(drawn):
        adjacency = (drawn[0].weights != 0).astype(jnp.uint8)
        return Batch(*model(*drawn), jnp.tile(jnp.arange(nodes), (batch, 1)), adjacency)

    whole = jax.jit(lambda drawn, last: body(drawn), donate_argnums=1, keep_unused=True)
    key, drawn_first = following(jax.random.key(rng.integers(2**32)))
    last = jax.jit(body)(drawn_first)

    def fill(out):
        nonlocal key, last
        key, drawn = following(key)
        last = jax.block_until_ready(whole(drawn, last))
        return last

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
