# SPDX-License-Identifier: Apache-2.0
"""NumPy, whose transforms are pocketfft's."""

from importlib.util import find_spec

from . import REAL, draw, split

name = "NumPy"


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def make(case, batch, threads):
    import numpy as np

    made = draw(case, batch)
    transform = np.fft.rfft if split(case)[0] == REAL else np.fft.fft

    def generate(count):
        for _ in range(count):
            transform(made.signals, out=made.spectra)
        return made

    return generate
