# SPDX-License-Identifier: Apache-2.0
"""JAX: one compiled function per batch, the old batch donated as the new one's memory.

XLA has no option for the size of its CPU pool; it counts the CPUs of its process, which the harness limits.
"""

from importlib.util import find_spec

from . import Batch, capacity

name = "JAX, jit"


def available():
    return None if find_spec("jax") else "jax is not installed"


def make(customers, batch, threads):
    import os

    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax
    import jax.numpy as jnp

    nodes = customers + 1

    def body(key):
        key, place, load = jax.random.split(key, 3)
        # Axis by axis, and demands from floats: faster than (batch, nodes, 2) and randint.
        x, y = jax.random.uniform(place, (2, batch, nodes))
        demands = 1 + (9 * jax.random.uniform(load, (batch, nodes))).astype(jnp.int32)
        dx, dy = (v[:, :, None] - v[:, None] for v in (x, y))
        return key, Batch(
            jnp.stack((x, y), -1),
            demands.at[:, 0].set(0),
            jnp.full(batch, capacity(customers), jnp.int32),
            jnp.sqrt(dx * dx + dy * dy),
        )

    following = jax.jit(lambda key, last: body(key), donate_argnums=(0, 1), keep_unused=True)
    state = jax.jit(body)(jax.random.key(int.from_bytes(os.urandom(4))))

    def generate(count):
        nonlocal state
        for _ in range(count):
            state = jax.block_until_ready(following(*state))
        return state[1]

    return generate
