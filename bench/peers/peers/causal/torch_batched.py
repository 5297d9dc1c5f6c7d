# SPDX-License-Identifier: Apache-2.0
"""PyTorch, eager, node after node in causal order, of many graphs at once (see numpy_batched.py)."""

from . import LINEAR, ROWS, draw, lanes, only
from .torch_effects import available  # noqa: F401

name = "PyTorch, batched"

BLOCK = 1 << 21  # floats of all worlds at a time: 8 MB, as calls cost more than the caches gain

refuses = only(LINEAR)


def select(x, index):
    """Whole columns, which indexing by several axes would copy number by number."""
    return x.view(-1, ROWS).index_select(0, index.flatten()).view(*index.shape, ROWS)


def filler(nodes, batch, rng):
    import torch

    torch.set_num_threads(1)
    generator = torch.Generator()
    generator.manual_seed(int(rng.integers(2**63)))
    step = min(batch, max(1, BLOCK // (nodes * (nodes + 1) * ROWS)))
    columns = torch.empty(step, nodes, nodes + 1, ROWS)  # by graph, node and world, the base first
    noise = torch.empty(batch, nodes, 1, ROWS)
    each = torch.arange(batch)[:, None, None]
    first = each * (nodes * (nodes + 1))

    @torch.inference_mode()
    def fill(out):
        base, intervened, delta, target, adjacency = (torch.from_numpy(array) for array in out)
        keys, edges, values = (torch.from_numpy(array) for array in draw(rng, batch, nodes))
        order = keys.argsort(-1)
        rank = order.argsort(-1)
        weights = edges[each, order[:, None], order[:, :, None]]  # of the column in the row's equation
        values = values.gather(1, order)
        noise.normal_(generator=generator)
        for start in range(0, batch, step):
            block = slice(start, start + step)
            place = rank[block]
            x = columns[: len(place)]
            before = x.flatten(2)
            x[:, 0, 0] = noise[block, 0, 0]
            for k in range(nodes):
                if k:
                    y = torch.bmm(weights[block, k : k + 1, :k], before[:, :k, : (k + 1) * ROWS])
                    torch.add(y.view(-1, k + 1, ROWS), noise[block, k], out=x[:, k, : k + 1])
                x[:, k, k + 1] = values[block, k, None]
                x[:, k, k + 2 :] = x[:, k, :1]
            index = first[: len(place)] + place[:, None] * (nodes + 1)
            base[block] = select(x, index).squeeze(1).transpose(1, 2)
            intervened[block] = select(x, index + place[:, :, None] + 1).transpose(2, 3)
            torch.sub(intervened[block], base[block, None], out=delta[block])
        target[:] = torch.arange(nodes)
        torch.ne(edges, 0, out=adjacency)

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
