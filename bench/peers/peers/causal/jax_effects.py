# SPDX-License-Identifier: Apache-2.0
"""JAX, all worlds of linear models by their total effects (see numpy_effects.py), compiled like jax_jit.py's."""

from functools import partial

from . import LINEAR, lanes, only
from .jax_jit import available, filler  # noqa: F401

name = "JAX, total effects"

refuses = only(LINEAR)


def effects(graphs, noise):
    """The three large arrays of a batch."""
    import jax.numpy as jnp

    nodes = graphs.keys.shape[1]
    itself = jnp.eye(nodes, dtype=bool)
    total, power = itself + graphs.weights, graphs.weights
    # Paths have nodes − 1 edges at most.
    for _ in range((nodes - 1).bit_length() - 1):
        power = power @ power
        total = total + total @ power
    base = noise @ total
    steps = graphs.values[..., None] - base.transpose(0, 2, 1)
    delta = steps[..., None] * total[:, :, None]
    return base, jnp.where(itself[:, None], graphs.values[..., None, None], base[:, None] + delta), delta


def make(case, batch, threads):
    return lanes.make(case, batch, threads, partial(filler, model=effects))
