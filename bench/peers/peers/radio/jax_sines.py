# SPDX-License-Identifier: Apache-2.0
"""JAX, a sine and a cosine for each sinusoid and sample: a process per thread, in each two compiled functions per transmission.

XLA's own threads gain little here, as they share out single operations. The noise is a function of its own, since XLA, where it
may fuse it, computes its random bits several times.
"""

from functools import partial
from importlib.util import find_spec

from . import DELAYS, DEVIATION, EDGE, EMPHASIS, RATE, RECEIVERS, WEIGHTS, lanes

name = "JAX, jit, sines"

COLUMNS = 400
LEAD = DELAYS[1]  # zeros before a signal, for its echo


def available():
    return None if find_spec("jax") else "jax is not installed"


def fade(shifts, phases, rows):
    """The two planes of every path's sum of sinusoids, [2][paths][rows · COLUMNS]."""
    import jax.numpy as jnp

    n = jnp.arange(rows * COLUMNS, dtype=jnp.float32)
    re = im = 0.0
    # A loop that the compiler sees whole fuses; a sum over an axis of sinusoids takes five times as long.
    for k in range(shifts.shape[-1]):
        angle = shifts[:, k, None] * n + phases[:, k, None]
        re, im = re + jnp.cos(angle), im + jnp.sin(angle)
    return re, im


def filler(samples, rng, fade=fade):
    import os

    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax

    jax.config.update("jax_threefry_partitionable", False)  # twice as fast on one device
    import jax.numpy as jnp
    import numpy as np

    rows = -(-samples // COLUMNS)
    n = jnp.arange(rows * COLUMNS, dtype=jnp.float32)
    weights = jnp.array(WEIGHTS, jnp.float32)

    def modulate(offset, tones, first, pauses):
        """A transmission's two planes, [2][LEAD + rows · COLUMNS]."""
        angle = first[..., None] + (tones[:, None] * jnp.arange(COLUMNS, dtype=jnp.float32))[:, None]
        x = (weights[:, None, None] * jnp.sin(angle)).sum(0).ravel()
        for centre, half in pauses:
            x *= jnp.clip((jnp.abs(n - centre) - half) / EDGE, 0, 1)
        audio = x - EMPHASIS * jnp.concatenate((x[:1], x[:-1]))
        audio *= 2 * jnp.pi * DEVIATION / RATE / jnp.abs(audio[:samples]).max()
        phase = jnp.cumsum(audio + offset)
        return jnp.pad(jnp.stack((jnp.cos(phase), jnp.sin(phase))), ((0, 0), (LEAD, 0)))

    def receive(planes, noise, delay, shifts, phases, gains, sigma):
        re, im = (part * gains[:, None] for part in fade(shifts, phases, rows))
        x, y = planes[:, LEAD:]
        u, v = jax.lax.dynamic_slice(planes, (0, LEAD - delay), (2, rows * COLUMNS))
        a = re[0] * x - im[0] * y + re[1] * u - im[1] * v
        b = im[0] * x + re[0] * y + im[1] * u + re[1] * v
        return jax.lax.complex(a[:samples] + sigma * noise[0], b[:samples] + sigma * noise[1])

    @jax.jit
    def transmission(noise, d):
        planes = modulate(d.offset, d.tones, d.starts, d.pauses)
        records = (noise, d.delays, d.shifts, d.phases, d.gains, d.sigma)
        return jax.vmap(partial(receive, planes))(*records)

    @jax.jit
    def normals(key):
        key, own = jax.random.split(key)
        return key, jax.random.normal(own, (RECEIVERS, 2, samples))

    key = jax.random.key(rng.integers(2**32))

    def fill(iq, draws):
        nonlocal key
        # The angle at the start of each row needs double precision.
        starts = (draws.tones[..., None] * COLUMNS * np.arange(rows) + draws.starts[..., None]) % (2 * np.pi)
        draws = draws._replace(starts=starts, delays=draws.delays.astype(np.int32))
        draws = jax.tree.map(lambda a: a.astype(np.float32) if a.dtype == np.float64 else a, draws)
        for b, records in enumerate(iq):
            key, noise = normals(key)
            records[:] = transmission(noise, jax.tree.map(lambda a: a[b], draws))  # noqa: B023

    return fill


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, filler)
