# SPDX-License-Identifier: Apache-2.0
"""ripple (JAX) in double precision: one compiled function per batch, over pieces of it that the caches hold.

XLA has no option for the size of its CPU pool; it counts the CPUs of its process, which the harness limits.
"""

from importlib.util import find_spec

from . import BINS, DELTA_F, DISTANCE, F_MIN, F_REF, Batch, draw, split

name = "ripple, float64"

PIECE = 8  # waveforms


def available():
    if not find_spec("jax"):
        return "jax is not installed"
    return None if find_spec("ripplegw") else "ripplegw is not installed, nor on PYTHONPATH"


def make(case, batch, threads, double=True):
    import os

    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax

    jax.config.update("jax_enable_x64", double)
    import jax.numpy as jnp
    import numpy as np
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
        eta = mass_1 * mass_2 / total**2
        start = [total * eta**0.6, eta, chi_1, chi_2]
        end = [DISTANCE, 0.0, phase, iota]
        if model == "IMRPhenomD":
            waves = gen_IMRPhenomD_hphc(frequency, jnp.array(start + end), F_REF)
        else:
            waves = gen_TaylorF2_hphc(frequency, jnp.array(start + [0.0, 0.0] + end), F_REF)
        return tuple(jnp.pad(wave, (first, 0)).astype(dtype) for wave in waves)

    compiled = jax.jit(lambda parameters: jax.lax.map(one, parameters, batch_size=min(PIECE, batch)))
    rng = np.random.default_rng()

    def generate(count):
        for _ in range(count):
            parameters = draw(rng, batch)
            plus, cross = jax.block_until_ready(compiled(parameters))
        return Batch(parameters, plus, cross)

    return generate
