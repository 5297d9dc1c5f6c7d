# SPDX-License-Identifier: Apache-2.0
"""Generators of waveforms to compare Millrace's `waveform` with.

Each module offers what those of `peers.routing` do, and may offer

    refuses(case)                    None, or why it has no such case

The job: masses uniform from 10 to 80 solar masses, aligned spins uniform from -0.9 to 0.9, the inclination by its sine, the
phase uniform, 100 Mpc; both polarizations at 0 to 1024 Hz by 0.125 Hz, from 20 Hz on, referred to 20 Hz.
"""

import os
from typing import Any, NamedTuple

BINS = 8193
DELTA_F = 0.125
F_MIN = F_REF = 20.0
F_MAX = 1024.0
DISTANCE = 100.0  # Mpc
SUN_SECONDS = 4.925491025543576e-06  # GM/c³ of the nominal sun
MEGAPARSEC_SECONDS = 3.0856775814913673e22 / 299792458


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts."""

    parameters: Any  # float64 [batch][6]: mass_1, mass_2, chi_1, chi_2, iota, phase
    plus: Any  # complex64 or complex128 [batch][BINS]
    cross: Any  # the same


def split(case):
    """The model and NumPy's name of the element type."""
    model, _, dtype = case.partition("-")
    return model, {"c8": "complex64", "c16": "complex128"}[dtype]


def draw(rng, batch):
    """The parameters of a batch."""
    import numpy as np

    parameters = np.empty((batch, 6))
    parameters[:, 0:2] = rng.uniform(10, 80, (batch, 2))
    parameters[:, 2:4] = rng.uniform(-0.9, 0.9, (batch, 2))
    parameters[:, 4] = np.arccos(rng.uniform(-1, 1, batch))
    parameters[:, 5] = rng.uniform(0, 2 * np.pi, batch)
    return parameters


def inspiral(mass_1, mass_2):
    """|h̃| at 20 Hz by the quadrupole's formula, in s: √(5/24)·π^(−2/3)·𝓜^(5/6)·f^(−7/6)/d."""
    import numpy as np

    chirp = SUN_SECONDS * (mass_1 * mass_2) ** 0.6 / (mass_1 + mass_2) ** 0.2
    return np.sqrt(5 / 24) * np.pi ** (-2 / 3) * chirp ** (5 / 6) * F_MIN ** (-7 / 6) / (DISTANCE * MEGAPARSEC_SECONDS)


def lal_library():
    """LALSimulation's file, as Millrace is told of it, or its usual name."""
    return os.environ.get("MILLRACE_LAL_LIBRARY") or "liblalsimulation.so"


def lal_missing():
    """None, or why LALSimulation cannot be used."""
    import ctypes

    try:
        ctypes.CDLL(lal_library())
    except OSError as failure:
        return f"LALSimulation is not here: {failure}"
    return None
