# SPDX-License-Identifier: Apache-2.0
"""Batches of causal models by a process per thread, each library with one thread of its own."""

import os
from functools import partial

from .. import processes
from . import ROWS, Batch, split

for pool in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[pool] = "1"  # before NumPy reads them


def make(case, batch, threads, filler):
    """A generator as the modules offer it; `filler(nodes, batch, rng)`, called in each process, gives a `fill(out)`."""
    nodes = split(case)[1]
    worlds = (batch, nodes, ROWS, nodes), "float32"
    fields = Batch(
        ((batch, ROWS, nodes), "float32"), worlds, worlds, ((batch, nodes), "int32"), ((batch, nodes, nodes), "uint8")
    )
    return processes.make(threads, fields, partial(filler, nodes, batch))
