# SPDX-License-Identifier: Apache-2.0
"""PyTorch on the CPU: its own thread pool, buffers reused.

torch.compile gained at 10 customers and lost more than half at 100, so the eager form stands here.
"""

from importlib.util import find_spec

from . import Batch, capacity

name = "PyTorch"

BLOCK = 1 << 19  # distances per step: large enough to share among threads, small enough to stay in cache


def available():
    return None if find_spec("torch") else "torch is not installed"


def make(customers, batch, threads):
    import torch

    torch.set_num_threads(threads)
    nodes = customers + 1
    step = min(batch, max(1, BLOCK // nodes**2))
    rng = torch.Generator()
    rng.seed()
    out = Batch(
        torch.empty(batch, nodes, 2),
        torch.empty(batch, nodes, dtype=torch.int32),
        torch.empty(batch, dtype=torch.int32),
        torch.empty(batch, nodes, nodes),
    )
    arrays = Batch(*(tensor.numpy() for tensor in out))  # the same memory
    scratch = torch.empty(step, nodes, nodes)

    @torch.inference_mode()
    def fill():
        out.coords.uniform_(generator=rng)
        out.demands.random_(1, 10, generator=rng)
        out.demands[:, 0] = 0
        out.capacity.fill_(capacity(customers))
        x, y = out.coords.unbind(-1)
        for start in range(0, batch, step):
            block = slice(start, start + step)
            d = out.distances[block]
            e = scratch[: len(d)]
            torch.sub(x[block, :, None], x[block, None], out=d)
            torch.sub(y[block, :, None], y[block, None], out=e)
            d.square_().addcmul_(e, e).sqrt_()

    def generate(count):
        for _ in range(count):
            fill()
        return arrays

    return generate
