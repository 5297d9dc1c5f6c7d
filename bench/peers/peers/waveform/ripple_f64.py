# SPDX-License-Identifier: Apache-2.0
"""ripple (JAX) in double precision: a process per thread, in each one compiled function per batch.

XLA's own threads gain little here: they share out single operations on arrays, which are short.
"""

import os
from functools import partial
from importlib.util import find_spec

from . import BINS, DELTA_F, DISTANCE, F_MIN, F_REF, draw, processes, split

name = "ripple, float64"

PIECE = 8  # waveforms at a time, which caches hold


def available():
    if not find_spec("jax"):
        return "jax is not installed"
    return None if find_spec("ripplegw") else "ripplegw is not installed, nor on PYTHONPATH"


def filler(case, batch, rng, double=True):
    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax

    jax.config.update("jax_enable_x64", double)
    import jax.numpy as jnp
    from ripplegw.waveforms.IMRPhenomD import gen_IMRPhenomD_hphc
    from ripplegw.waveforms.TaylorF2 import gen_TaylorF2_hphc

    model, dtype = split(case)
    first = round(F_MIN / DELTA_F)
    frequency = jnp.arange(first, BINS) * DELTA_F

    def one(p):
        mass_1, mass_2, chi_1, chi_2, iota, phase = p
        # ripple puts the first spin on the heavier body
        swap = mass_1 < mass_2
        chi_1, chi_2 = jnp.where(swap, chi_2, chi_1), jnp.where(swap, chi_1, chi_2)
        total = mass_1 + mass_2
        # rounded above a quarter, it would be no number to ripple
        eta = jnp.minimum(mass_1 * mass_2 / total**2, 0.25 - 1e-6)
        start = [total * eta**0.6, eta, chi_1, chi_2]
        end = [DISTANCE, 0.0, phase, iota]
        if model == "IMRPhenomD":
            waves = gen_IMRPhenomD_hphc(frequency, jnp.array(start + end), F_REF)
        else:
            waves = gen_TaylorF2_hphc(frequency, jnp.array(start + [0.0, 0.0] + end), F_REF)
        return tuple(jnp.pad(wave, (first, 0)).astype(dtype) for wave in waves)

    compiled = jax.jit(lambda parameters: jax.lax.map(one, parameters, batch_size=min(PIECE, batch)))

    def fill(out):
        out.parameters[:] = draw(rng, batch)
        out.plus[:], out.cross[:] = compiled(out.parameters)

    return fill


def make(case, batch, threads, double=True):
    return processes.make(case, batch, threads, partial(filler, double=double))
