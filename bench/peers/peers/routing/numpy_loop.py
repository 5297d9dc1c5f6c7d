# SPDX-License-Identifier: Apache-2.0
"""NumPy, one instance at a time: how most Python generators are written. One thread."""

from importlib.util import find_spec

from . import Batch, capacity

name = "NumPy, per instance"


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def make(customers, batch, threads):
    import numpy as np

    rng = np.random.default_rng()
    nodes = customers + 1

    def instance():
        coords = rng.random((nodes, 2), dtype=np.float32)
        demands = rng.integers(1, 10, size=nodes, dtype=np.int32)
        demands[0] = 0
        delta = coords[:, None] - coords[None]
        return coords, demands, np.int32(capacity(customers)), np.sqrt((delta * delta).sum(-1))

    def generate(count):
        for _ in range(count):
            last = Batch(*map(np.stack, zip(*(instance() for _ in range(batch)))))
        return last

    return generate
