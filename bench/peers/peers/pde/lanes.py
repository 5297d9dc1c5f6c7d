# SPDX-License-Identifier: Apache-2.0
"""Batches of trajectories by a process per thread, each library with one thread of its own."""

import os
from functools import partial

from .. import processes
from . import FRAMES, Batch, points

for pool in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[pool] = "1"  # before NumPy reads them


def make(case, batch, threads, filler):
    """A generator as the modules offer it; `filler(points, batch, rng)`, called in each process, gives a `fill(out)`."""
    fields = Batch(((batch, FRAMES, points(case)), "float64"))
    return processes.make(threads, fields, partial(filler, points(case), batch))
