# SPDX-License-Identifier: Apache-2.0
"""Fourier transforms to compare Millrace's with.

Each module offers what those of `peers.routing` do; a case is a kind and a length. `generate` transforms the same signals again
and again, forwards, in double precision, not normalised.
"""

from typing import Any, NamedTuple

REAL, COMPLEX = KINDS = ("real", "complex")


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts."""

    signals: Any  # float64 or complex128 [batch][length]
    spectra: Any  # complex128 [batch][length / 2 + 1 or length]


def split(case):
    """The kind and the length."""
    kind, _, length = case.partition("-")
    return kind, int(length)


def aligned(shape, dtype):
    """As libraries want it for their vectors: by 64 bytes."""
    import numpy as np

    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    room = np.empty(size + 64, np.uint8)
    start = -room.ctypes.data % 64
    return room[start : start + size].view(dtype).reshape(shape)


def draw(case, batch):
    import numpy as np

    kind, length = split(case)
    rng = np.random.default_rng()
    signals = aligned((batch, length), np.float64 if kind == REAL else np.complex128)
    signals.view(np.float64)[:] = rng.standard_normal(signals.view(np.float64).shape)
    spectra = aligned((batch, length // 2 + 1 if kind == REAL else length), np.complex128)
    return Batch(signals, spectra)
