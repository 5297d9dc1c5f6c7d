# SPDX-License-Identifier: Apache-2.0
"""NumPy, whole batches: every thread fills its own, in place.

NumPy drops the interpreter lock inside its loops. Processes that write to shared memory were no faster.
"""

from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from operator import itemgetter

from . import Batch, capacity

name = "NumPy, batched"

BLOCK = 1 << 17  # distances per step: 512 KB, so that a block stays in the L2 cache through its six passes


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def make(customers, batch, threads):
    import numpy as np

    nodes = customers + 1
    step = min(batch, max(1, BLOCK // nodes**2))

    def lane(seed):
        rng = np.random.Generator(np.random.SFC64(seed))  # NumPy's fastest
        out = Batch(
            np.empty((batch, nodes, 2), np.float32),
            np.empty((batch, nodes), np.int32),
            np.full(batch, capacity(customers), np.int32),
            np.empty((batch, nodes, nodes), np.float32),
        )
        scratch = np.empty((step, nodes, nodes), np.float32)

        def fill():
            rng.random(dtype=np.float32, out=out.coords)
            out.demands[:] = rng.integers(1, 10, size=(batch, nodes), dtype=np.int32)
            out.demands[:, 0] = 0
            out.capacity.fill(capacity(customers))
            x, y = (np.ascontiguousarray(out.coords[:, :, axis]) for axis in (0, 1))
            for start in range(0, batch, step):
                block = slice(start, start + step)
                d = out.distances[block]
                e = scratch[: len(d)]
                np.subtract(x[block, :, None], x[block, None], out=d)
                np.subtract(y[block, :, None], y[block, None], out=e)
                np.multiply(d, d, out=d)
                np.multiply(e, e, out=e)
                np.add(d, e, out=d)
                np.sqrt(d, out=d)
            return out

        return fill

    lanes = [lane(seed) for seed in np.random.SeedSequence().spawn(threads)]
    pool = ThreadPoolExecutor(threads)

    def generate(count):
        tickets = iter(range(count))  # shared: a delayed thread delays no other

        def work(fill):
            ticket, last = -1, None
            for ticket in tickets:
                last = fill()
            return ticket, last

        return max(pool.map(work, lanes), key=itemgetter(0))[1]

    return generate
