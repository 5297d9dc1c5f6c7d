# SPDX-License-Identifier: Apache-2.0
"""PyTorch, eager, all worlds of linear models by their total effects (see numpy_effects.py).

torch.compile, of the last three steps or of all, gained a tenth at most and lost up to two thirds.
"""

from importlib.util import find_spec

from . import LINEAR, ROWS, draw, lanes, only

name = "PyTorch, total effects"

BLOCK = 1 << 17  # floats of all worlds at a time, 512 KB, which the L2 cache holds until they are added

refuses = only(LINEAR)


def available():
    return None if find_spec("torch") else "torch is not installed"


def effects(weights):
    import torch

    total = torch.eye(weights.shape[-1]) + weights
    power = weights @ weights
    while power.any():
        total = total + total @ power
        power = power @ power
    return total


def filler(nodes, batch, rng):
    import torch

    torch.set_num_threads(1)
    generator = torch.Generator()
    generator.manual_seed(int(rng.integers(2**63)))
    step = min(batch, max(1, BLOCK // (nodes * ROWS * nodes)))
    noise = torch.empty(batch, ROWS, nodes)

    @torch.inference_mode()
    def fill(out):
        base, intervened, delta, target, adjacency = (torch.from_numpy(array) for array in out)
        _, weights, values = (torch.from_numpy(array) for array in draw(rng, batch, nodes))
        total = effects(weights)
        noise.normal_(generator=generator)
        torch.bmm(noise, total, out=base)
        steps = values[..., None] - base.transpose(1, 2)
        for start in range(0, batch, step):
            block = slice(start, start + step)
            worlds = intervened[block]
            torch.mul(steps[block, ..., None], total[block, :, None], out=delta[block])
            torch.add(base[block, None], delta[block], out=worlds)
            worlds.diagonal(dim1=1, dim2=3).copy_(values[block, None].expand(-1, ROWS, -1))
        target[:] = torch.arange(nodes)
        torch.ne(weights, 0, out=adjacency)

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
