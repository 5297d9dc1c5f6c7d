# SPDX-License-Identifier: Apache-2.0
"""NumPy, node after node in causal order, of many graphs at once: a node in all worlds that can differ there, by one product.

Nodes take their labels at the end. Rows of all nodes, as the output has them, in place of columns took half as long again.
"""

from importlib.util import find_spec

from . import LINEAR, ROWS, draw, lanes, only
from .numpy_effects import normals

name = "NumPy, batched"

BLOCK = 1 << 18  # floats of all worlds at a time: 1 MB, which the L2 cache holds from node to node

refuses = only(LINEAR)


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def filler(nodes, batch, rng):
    import numpy as np

    step = min(batch, max(1, BLOCK // (nodes * (nodes + 1) * ROWS)))
    columns = np.empty((step, nodes, nodes + 1, ROWS), np.float32)  # by graph, node and world, the base first
    each = np.arange(batch)[:, None, None]

    def fill(out):
        graphs = draw(rng, batch, nodes)
        order = graphs.keys.argsort(-1)
        rank = order.argsort(-1)
        weights = graphs.weights[each, order[:, None], order[:, :, None]]  # of the column in the row's equation
        values = np.take_along_axis(graphs.values, order, -1)
        noise = normals(rng, (batch, nodes, ROWS))
        for start in range(0, batch, step):
            block = slice(start, start + step)
            x, place = columns[: len(rank[block])], rank[block]
            before = x.reshape(len(x), nodes, -1)
            graph = each[: len(x)]
            x[:, 0, 0] = noise[block, 0]
            for k in range(nodes):
                if k:
                    width = (k + 1) * ROWS
                    y = before[:, k : k + 1, :width]
                    np.matmul(weights[block, k : k + 1, :k], before[:, :k, :width], out=y)
                    x[:, k, : k + 1] += noise[block, k, None]
                x[:, k, k + 1] = values[block, k, None]
                x[:, k, k + 2 :] = x[:, k, :1]
            out.base[block] = x[graph[:, 0], place, 0].transpose(0, 2, 1)
            out.intervened[block] = x[graph, place[:, None], place[:, :, None] + 1].transpose(0, 1, 3, 2)
            np.subtract(out.intervened[block], out.base[block, None], out=out.delta[block])
        out.target[:] = np.arange(nodes)
        np.not_equal(graphs.weights, 0, out=out.adjacency.view(bool))

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
