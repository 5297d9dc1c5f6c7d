# SPDX-License-Identifier: Apache-2.0
"""JAX, the sum of sinusoids as a product of two small matrices (see numpy_product.py), real ones, which XLA multiplies faster."""

from functools import partial

from . import jax_sines, lanes
from .jax_sines import COLUMNS, available  # noqa: F401

name = "JAX, jit, matrix product"


def fade(shifts, phases, rows):
    import jax.numpy as jnp

    first = shifts[:, None] * COLUMNS * jnp.arange(rows, dtype=jnp.float32)[:, None] + phases[:, None]
    angle = shifts[..., None] * jnp.arange(COLUMNS, dtype=jnp.float32)
    c, s = jnp.cos(first), jnp.sin(first)
    right = jnp.concatenate((jnp.cos(angle), jnp.sin(angle)), 1)
    re, im = (jnp.matmul(jnp.concatenate(left, -1), right) for left in ((c, -s), (s, c)))
    return re.reshape(len(re), -1), im.reshape(len(im), -1)


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, partial(jax_sines.filler, fade=fade))
