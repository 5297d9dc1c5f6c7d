# SPDX-License-Identifier: Apache-2.0
"""Batches of records by a process per thread, each library with one thread of its own."""

import os

from .. import processes
from . import RECEIVERS, Batch, draw

for pool in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[pool] = "1"  # before NumPy reads them


def make(samples, batch, threads, filler):
    """A generator as the modules offer it. `filler(samples, rng)`, called in each process, gives a `fill(iq, draws)`."""

    def whole(rng):
        fill = filler(samples, rng)

        def run(out):
            draws = draw(rng, batch, samples)
            fill(out.iq, draws)
            out.link[:] = draws.link

        return run

    fields = Batch(((batch, RECEIVERS, samples), "complex64"), ((batch, RECEIVERS, 2), "float32"))
    return processes.make(threads, fields, whole)
