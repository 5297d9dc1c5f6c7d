# SPDX-License-Identifier: Apache-2.0
"""Batches of waveforms by a process per thread."""

from functools import partial

from .. import processes
from . import BINS, Batch, split


def make(case, batch, threads, filler):
    """A generator as the modules offer it; `filler(case, batch, rng)`, called in each process, gives a `fill(out)`."""
    waves = (batch, BINS), split(case)[1]
    return processes.make(threads, Batch(((batch, 6), "float64"), waves, waves), partial(filler, case, batch))
