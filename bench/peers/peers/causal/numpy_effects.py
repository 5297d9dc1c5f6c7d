# SPDX-License-Identifier: Apache-2.0
"""NumPy, all worlds of linear models by their total effects: T = (I − W)⁻¹, the base noise · T, delta_i = (v_i − x_i) T_i.

(I − W)⁻¹ = (I + W)(I + W²)(I + W⁴)…, as some power of W is 0: fewer calls than substitution takes, and a third of inv's time.
The outer product is a product of matrices with two columns, of which BLAS makes five times what `multiply` does.
"""

from importlib.util import find_spec

from . import LINEAR, ROWS, draw, lanes, only

name = "NumPy, total effects"

BLOCK = 1 << 17  # floats of all worlds at a time, 512 KB, which the L2 cache holds until they are added

refuses = only(LINEAR)


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def effects(weights):
    import numpy as np

    total = np.eye(weights.shape[-1], dtype=np.float32) + weights
    power = weights @ weights
    while power.any():
        total = total + total @ power
        power = power @ power
    return total


def normals(rng, shape):
    """By Box and Muller: three times as fast as NumPy's Generator."""
    import numpy as np

    half = -(-int(np.prod(shape)) // 2)
    words = rng.integers(2**64, size=half, dtype=np.uint64).view(np.uint32).reshape(2, -1)
    radius = np.add(words[0], np.float32(0.5), dtype=np.float32, casting="unsafe")
    radius *= np.float32(2**-32)
    np.log(radius, out=radius)
    radius *= np.float32(-2)
    np.sqrt(radius, out=radius)
    angle = np.multiply(words[1].view(np.int32), np.float32(np.pi * 2**-31), dtype=np.float32, casting="unsafe")
    pairs = np.empty((2, half), np.float32)
    np.cos(angle, out=pairs[0])
    np.sin(angle, out=pairs[1])
    pairs *= radius
    return pairs.ravel()[: np.prod(shape)].reshape(shape)


def filler(nodes, batch, rng):
    import numpy as np

    step = min(batch, max(1, BLOCK // (nodes * ROWS * nodes)))
    left = np.ones((step, nodes, ROWS, 2), np.float32)
    right = np.empty((step, nodes, 2, nodes), np.float32)
    diagonal = np.arange(nodes)

    def fill(out):
        graphs = draw(rng, batch, nodes)
        total = effects(graphs.weights)
        np.matmul(normals(rng, out.base.shape), total, out=out.base)
        for start in range(0, batch, step):
            block = slice(start, start + step)
            base, delta, worlds = out.base[block], out.delta[block], out.intervened[block]
            a, b = left[: len(base)], right[: len(base)]
            a[..., 0] = base.transpose(0, 2, 1)
            np.negative(total[block], out=b[:, :, 0])
            np.multiply(graphs.values[block, :, None], total[block], out=b[:, :, 1])
            np.matmul(a, b, out=delta)
            np.add(base[:, None], delta, out=worlds)
            worlds[:, diagonal, :, diagonal] = graphs.values[block].T[..., None]
        out.target[:] = diagonal
        np.not_equal(graphs.weights, 0, out=out.adjacency.view(bool))

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
