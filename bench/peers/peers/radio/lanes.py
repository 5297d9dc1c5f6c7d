# SPDX-License-Identifier: Apache-2.0
"""Batches by a thread per lane: NumPy drops the interpreter's lock inside its loops."""

from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter

from . import RECEIVERS, Batch, draw


def make(samples, batch, threads, filler):
    """A generator as the modules offer it. `filler(samples, rng)` gives each lane a `fill(iq, draws)` of its own."""
    import numpy as np

    def lane(seed):
        rng = np.random.Generator(np.random.SFC64(seed))  # NumPy's fastest
        iq = np.empty((batch, RECEIVERS, samples), np.complex64)
        fill = filler(samples, rng)

        def run():
            draws = draw(rng, batch, samples)
            fill(iq, draws)
            return Batch(iq, draws.link)

        return run

    lanes = [lane(seed) for seed in np.random.SeedSequence().spawn(threads)]
    pool = ThreadPoolExecutor(threads)

    def generate(count):
        tickets = iter(range(count))  # shared: a delayed thread delays no other

        def work(run):
            ticket, last = -1, None
            for ticket in tickets:
                last = run()
            return ticket, last

        return max(pool.map(work, lanes), key=itemgetter(0))[1]

    return generate
