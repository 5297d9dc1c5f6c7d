# SPDX-License-Identifier: Apache-2.0
"""JAX, some trajectories at a time, compiled: a loop over steps within a scan over frames, in double precision."""

import os
from importlib.util import find_spec
from math import gcd

from . import FRAMES, STEPS, draw, lanes, modes, scheme

name = "JAX, jit"

GROUP = 16  # trajectories at a time, whose arrays the L2 cache holds


def available():
    return None if find_spec("jax") else "jax is not installed"


def filler(points, batch, rng):
    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax

    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp

    count = modes(points)
    e, half, q, f1, f2, f3, force = scheme(points)
    group = gcd(GROUP, batch)
    padding = ((0, 0), (0, points // 2 + 1 - count))

    def fields(v):
        return jnp.fft.irfft(jnp.pad(v, padding), points)

    def rate(of):
        return force * jnp.fft.rfft(fields(of) ** 2)[:, :count]

    def step(_, v):
        nv = rate(v)
        a = half * v + q * nv
        na = rate(a)
        nb = rate(half * v + q * na)
        nc = rate(half * a + q * (2 * nb - nv))
        return e * v + f1 * nv + f2 * (na + nb) + f3 * nc

    @jax.jit
    def solve(starts):
        def frame(v, _):
            v = jax.lax.fori_loop(0, STEPS, step, v)
            return v, fields(v)

        v = jnp.fft.rfft(starts)[:, :count]
        _, later = jax.lax.scan(frame, v, length=FRAMES - 1)
        return jnp.concatenate((fields(v)[:, None], later.transpose(1, 0, 2)), 1)

    def fill(out):
        starts = draw(rng, batch, points)
        for first in range(0, batch, group):
            block = slice(first, first + group)
            out.u[block] = solve(starts[block])

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
