# SPDX-License-Identifier: Apache-2.0
"""ripple (JAX) in single precision, its default: three to four digits of the phase."""

from . import ripple_f64
from .ripple_f64 import available  # noqa: F401

name = "ripple, float32"


def refuses(case):
    return None if case.endswith("-c8") else "single precision has no complex128"


def make(case, batch, threads):
    return ripple_f64.make(case, batch, threads, double=False)
