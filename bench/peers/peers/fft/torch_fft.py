# SPDX-License-Identifier: Apache-2.0
"""PyTorch, whose transforms on x86 are MKL's."""

from importlib.util import find_spec

from . import REAL, draw, split

name = "PyTorch"


def available():
    return None if find_spec("torch") else "torch is not installed"


def make(case, batch, threads):
    import torch

    torch.set_num_threads(threads)
    made = draw(case, batch)
    signals, spectra = (torch.from_numpy(array) for array in made)
    transform = torch.fft.rfft if split(case)[0] == REAL else torch.fft.fft

    def generate(count):
        for _ in range(count):
            transform(signals, out=spectra)
        return made

    return generate
