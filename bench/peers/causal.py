#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's `causal` workload with what else makes causal models and their intervened worlds. See README.md."""

from harness import Workload, main
from peers.causal import LENGTH, LINEAR, MECHANISMS, OUTPUT, RFF, ROWS, VALUE, WEIGHT, density, split

LARGEST = 1024  # nodes


def parse(text):
    """A case such as linear-10: a mechanism and a number of nodes."""
    mechanism, _, nodes = text.partition("-")
    if mechanism not in MECHANISMS or not nodes.isdecimal() or not 2 <= int(nodes) <= LARGEST:
        raise ValueError(f"{text}: allowed are {' and '.join(MECHANISMS)}, each with -2 to -{LARGEST}")
    return text


def options(case):
    """The case in the words of Millrace's options and results."""
    return {"nodes": split(case)[1]}


def settings(case):
    """The same for settings that are no options."""
    return {"mechanism": {LINEAR: "linear", RFF: "rff-gp"}[split(case)[0]]}


def item_bytes(case):
    nodes = split(case)[1]
    return 4 * ROWS * nodes + 2 * 4 * nodes * ROWS * nodes + 4 * nodes + nodes**2 + 4  # with the attempts of Millrace


def check(batches, case, batch):
    """Raises unless the batches, made one after the other, are what the workload asks for and none repeats another."""
    import numpy as np

    mechanism, nodes = split(case)
    worlds = (batch, nodes, ROWS, nodes)
    shapes = ((batch, ROWS, nodes), worlds, worlds, (batch, nodes), (batch, nodes, nodes))
    dtypes = (np.float32, np.float32, np.float32, np.int32, np.uint8)
    node = np.arange(nodes)
    mean = density(nodes) * nodes * (nodes - 1) / 2
    roots, others = [], []

    def require(truth, what):
        if not truth:
            raise ValueError(what)

    for arrays in batches:
        base, intervened, delta, target, adjacency = arrays
        require(tuple(a.shape for a in arrays) == shapes, "shapes")
        require(tuple(a.dtype for a in arrays) == dtypes, "types")
        require((target == node).all(), "a world of another target")
        require(np.isfinite(base).all() and np.isfinite(intervened).all(), "a number that is not finite")
        require(adjacency.max() <= 1, "an adjacency that is neither 0 nor 1")
        # Graphs: acyclic, of the right number of edges, by six standard deviations, and with labels in no order.
        reach = descendants(adjacency)
        require(not reach[:, node, node].any(), "a cycle")
        edges = adjacency.sum((1, 2), dtype=np.int64).mean()
        spread = 6 * (mean * (1 - density(nodes)) / batch) ** 0.5
        require(abs(edges - mean) < spread + 1e-9, f"{edges:.2f} edges, not {mean:.2f}")
        forward = np.triu(adjacency).sum(dtype=np.int64) / max(1, adjacency.sum(dtype=np.int64))
        require(abs(forward - 0.5) < 3 / batch**0.5, f"{forward:.0%} of the edges go to larger labels")
        # Worlds: what cannot differ does not; the rest does, by what delta says.
        values = intervened[:, node, :, node].transpose(1, 0, 2)
        require((values == values[..., :1]).all(), "a target that is not the same in all rows")
        size = np.abs(values[..., 0])
        require(size.min() >= VALUE[0] - 1e-6 and size.max() <= VALUE[1] + 1e-6, "a target's value out of range")
        require(abs((values[..., 0] > 0).mean() - 0.5) < 3 / (batch * nodes) ** 0.5, "signs of the targets' values")
        differs = reach | np.eye(nodes, dtype=bool)
        still = ~differs[:, :, None, :]
        require((np.where(still, delta, 0) == 0).all(), "a delta where no effect is")
        require((np.where(still, intervened - base[:, None], 0) == 0).all(), "a value that no effect can have changed")
        scale = np.abs(base).max((1, 2))[:, None, None, None] + np.abs(intervened).max((1, 2, 3), keepdims=True)
        error = (np.abs(intervened - base[:, None] - delta) / scale).max()
        require(error < 1e-5, f"a delta that is off by {error:.1e} of the largest value")
        moved = (delta != 0).mean(2)[differs].mean()
        require(moved > 0.98, f"only {moved:.1%} of the effects are there")
        step = (values - base.transpose(0, 2, 1)).astype(np.float64)  # of the targets, [batch][node][row]
        if mechanism == LINEAR:
            noise = linear(base, delta, step, scale[..., 0], adjacency, require)
            variance = noise.var()
            require(abs(noise.mean()) < 6 / noise.size**0.5, f"noise with a mean of {noise.mean():.4f}")
            require(abs(variance - 1) < 6 * (2 / noise.size) ** 0.5, f"noise with a variance of {variance:.4f}")
        else:
            root = ~adjacency.any(1)
            roots.append(base.transpose(0, 2, 1)[root])
            others.append(base.transpose(0, 2, 1)[~root])
            smooth(delta, step, adjacency, reach, require)

    if mechanism == RFF:
        roots, others = np.concatenate(roots), np.concatenate(others)
        require(abs(roots.var() - 1) < 6 * (2 / roots.size) ** 0.5, f"roots with a variance of {roots.var():.3f}")
        power, expected = (others.astype(np.float64) ** 2).mean(), power_of_outputs() + 1
        # A function hardly varies over the rows, so that each node counts once; 3 E c⁴ / (E c²)² − 1 is some 2.7.
        require(abs(power / expected - 1) < 6 * (2.7 / len(others)) ** 0.5, f"a mean square of {power:.0f}, not {expected:.0f}")

    for index, one in enumerate(batches):
        for other in batches[:index]:
            require(np.mean(one[0] == other[0]) < 0.001, "values of an earlier batch")
            require(np.mean(one[1][:, node, 0, node] == other[1][:, node, 0, node]) < 0.01, "targets of an earlier batch")


def descendants(adjacency):
    """Whether there is a path of one edge or more, bool [batch][nodes][nodes]."""
    import numpy as np

    reach = adjacency.astype(np.float32)
    for _ in range(len(reach[0]).bit_length()):
        reach = np.minimum(reach + reach @ reach, 1)
    return reach > 0


def linear(base, delta, step, scale, adjacency, require):
    """Requires that each effect is proportional to the step of its cause, and that weights fit; gives the noise."""
    import numpy as np

    square = (step**2).sum(-1)[..., None]
    total = np.einsum("bir,birj->bij", step, delta) / square
    error = np.abs(delta - step[..., None] * total[:, :, None]).max(2) / scale
    require(error.max() < 1e-5, f"an effect that is off a line by {error.max():.1e} of the largest value")
    # T = (I − W)⁻¹, which the inverse may take far from what single precision makes of small effects beside large ones.
    weights = np.eye(len(total[0])) - np.linalg.inv(total)
    edge = adjacency.astype(bool)
    sizes = np.abs(weights[edge])
    good = np.mean((sizes > WEIGHT[0] - 1e-3) & (sizes < WEIGHT[1] + 1e-3))
    require(good > 0.99, f"{1 - good:.1%} of the weights out of range")
    middle = np.median(sizes)
    require(abs(middle - 1.25) < 6 * 0.75 / sizes.size**0.5, f"a median weight of {middle:.2f}")
    require(abs((weights[edge] > 0).mean() - 0.5) < 3 / sizes.size**0.5, "signs of the weights")
    require(np.mean(np.abs(weights[~edge]) < 1e-3) > 0.99, "weights where no edges are")
    return base - base @ (weights * edge)


def power_of_outputs():
    """E c² of c ~ U(OUTPUT)."""
    low, high = OUTPUT
    return (low * low + low * high + high * high) / 3


def smooth(delta, step, adjacency, reach, require):
    """Requires that functions vary as those of the kernel do: E (f(x + h) − f(x))² = 2 c² (1 − exp(−h²/2ℓ²))."""
    import numpy as np

    # Effects of a cause on its child by that edge alone.
    alone = adjacency.astype(bool) & ~((reach.astype(np.float32) @ adjacency) > 0)
    lengths = np.linspace(*LENGTH, 31)
    expected = np.mean([1 - np.exp(-(step**2) / (2 * length**2)) for length in lengths], 0).mean(-1)
    expected = 2 * power_of_outputs() * np.broadcast_to(expected[..., None], alone.shape)[alone]
    found = (delta.astype(np.float64) ** 2).mean(2)[alone]
    ratio = found.sum() / expected.sum()
    # Each pair is about one draw of a squared normal number.
    spread = (3 * (expected**2).sum()) ** 0.5 / expected.sum()
    require(abs(ratio - 1) < 6 * spread, f"effects {ratio:.2f} times as strong as expected")


workload = Workload(
    name="causal",
    size="case",
    sizes=("linear-10", "linear-20", "linear-50", "rff-10", "rff-20"),
    batch=64,
    items="graphs",
    peers=(
        "numpy_batched",
        "numpy_effects",
        "torch_batched",
        "torch_effects",
        "jax_jit",
        "jax_effects",
        "numba_loops",
        "numba_effects",
        "numpy_rff",
        "jax_rff",
        "numba_rff",
    ),
    item_bytes=item_bytes,
    check=check,
    parse=parse,
    options=options,
    settings=settings,
)

if __name__ == "__main__":
    main(workload)
