# SPDX-License-Identifier: Apache-2.0
"""NumPy, sums of Fourier features, node after node in causal order: of many graphs at once those worlds that differ there."""

from importlib.util import find_spec

from . import FEATURES, LENGTH, OUTPUT, RFF, ROWS, draw, lanes, only
from .numpy_effects import normals

name = "NumPy, features"

BLOCK = 1 << 17  # cosines at a time, 512 KB, which the L2 cache holds until they are added

refuses = only(RFF)


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def filler(nodes, batch, rng):
    import numpy as np

    tau = np.float32(2 * np.pi)
    each = np.arange(batch)[:, None, None]
    step = BLOCK // (FEATURES * ROWS)

    # By graph, node and world: a one, then the nodes in causal order; the base first.
    x = np.ones((batch, 1 + nodes, 1 + nodes, ROWS), np.float32)
    f = np.empty((batch, 1 + nodes, ROWS), np.float32)

    def features(edges):
        """Phases and frequencies, float32 [batch][node][one or cause][FEATURES], and amplitudes, [batch][node][FEATURES]."""
        length, output = (rng.uniform(*law, (batch, nodes)).astype(np.float32) for law in (LENGTH, OUTPUT))
        angles = np.zeros((batch, nodes, 1 + nodes, FEATURES), np.float32)
        frequencies = angles[:, :, 1:]
        frequencies[edges] = normals(rng, (np.count_nonzero(edges), FEATURES))
        frequencies /= length[..., None, None]
        np.multiply(rng.random((batch, nodes, FEATURES), np.float32), tau, out=angles[:, :, 0])
        amplitudes = normals(rng, (batch, nodes, FEATURES))
        amplitudes *= output[..., None] * np.float32((2 / FEATURES) ** 0.5)
        return angles, amplitudes

    def fill(out):
        graphs = draw(rng, batch, nodes)
        order = graphs.keys.argsort(-1)
        rank = order.argsort(-1)
        edges = graphs.weights[each, order[:, None], order[:, :, None]] != 0  # of the column to the row
        values = np.take_along_axis(graphs.values, order, -1)
        noise = normals(rng, (batch, nodes, ROWS))
        angles, amplitudes = features(edges)
        differs = np.zeros((batch, nodes, 1 + nodes), bool)  # by graph, node and world; the base where there are causes
        for k in range(nodes):
            differs[:, k, 1:] = (differs[:, :k, 1:] & edges[:, k, :k, None]).any(1)
            differs[:, k, 0] = edges[:, k].any(-1)
            graph, world = differs[:, k].nonzero()
            f.fill(0)
            for start in range(0, len(graph), step):
                g, w = graph[start : start + step], world[start : start + step]
                z = angles[g, k, : k + 1].transpose(0, 2, 1) @ x[g, : k + 1, w]
                np.cos(z, out=z)
                f[g, w] = (amplitudes[g, k, None] @ z)[:, 0]
            np.copyto(f, f[:, :1], where=~differs[:, k, :, None])
            np.add(f, noise[:, k, None], out=x[:, 1 + k])
            x[:, 1 + k, 1 + k] = values[:, k, None]
            differs[:, k, 1 + k] = True
        out.base[:] = x[each[:, 0], 1 + rank, 0].transpose(0, 2, 1)
        out.intervened[:] = x[each, 1 + rank[:, None], 1 + rank[:, :, None]].transpose(0, 1, 3, 2)
        np.subtract(out.intervened, out.base[:, None], out=out.delta)
        out.target[:] = np.arange(nodes)
        np.not_equal(graphs.weights, 0, out=out.adjacency.view(bool))

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
