# SPDX-License-Identifier: Apache-2.0
"""Generators of causal models to compare Millrace's `causal` with.

Each module offers what those of `peers.routing` do, and may offer

    refuses(case)                    None, or why it has no such case

The job, for every graph: nodes in a random order, each pair of them joined with a probability that gives two edges a node; 64
rows in which a node is a function of its causes plus N(0, 1); and for each node the same 64 rows with the same noise in a world
where that node is set to one number. The function is linear, or a sum of random Fourier features.
"""

from typing import Any, NamedTuple

ROWS = 64
EDGES = 2.0  # per node
DENSEST = 0.99
WEIGHT = (0.5, 2.0)  # magnitude
VALUE = (1.0, 5.0)  # magnitude of what a target is set to
FEATURES = 100
LENGTH = (7.0, 10.0)
OUTPUT = (10.0, 20.0)
LINEAR, RFF = MECHANISMS = ("linear", "rff")


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts."""

    base: Any  # float32 [batch][ROWS][nodes]
    intervened: Any  # float32 [batch][nodes][ROWS][nodes]: a world for each target
    delta: Any  # the same: intervened − base
    target: Any  # int32 [batch][nodes]
    adjacency: Any  # uint8 [batch][nodes][nodes], 1: the row is a cause of the column


class Graphs(NamedTuple):
    """What is drawn once for a graph."""

    keys: Any  # float32 [batch][nodes]: causes have smaller ones than their effects
    weights: Any  # float32 [batch][nodes][nodes], of the row in the column's equation; 0: no edge
    values: Any  # float32 [batch][nodes]: what each node is set to


def split(case):
    """The mechanism and the number of nodes."""
    mechanism, _, nodes = case.partition("-")
    return mechanism, int(nodes)


def only(mechanism):
    """A `refuses` for modules that know one mechanism."""
    return lambda case: None if split(case)[0] == mechanism else f"for {mechanism} alone"


def density(nodes):
    return min(DENSEST, 2 * EDGES / max(1, nodes - 1))


def draw(rng, batch, nodes):
    """By a numpy.random.Generator."""
    import numpy as np

    p = density(nodes)
    keys = rng.random((batch, nodes), np.float32)
    coins = rng.random((batch, nodes, nodes), np.float32)
    edges = (coins < np.float32(p)) & (keys[:, :, None] < keys[:, None])
    coins *= np.float32(1 / p)  # uniform again, where there are edges
    return Graphs(keys, signed(coins, WEIGHT) * edges, signed(rng.random((batch, nodes), np.float32), VALUE))


def signed(uniform, magnitude):
    """±U(magnitude) from U(0, 1)."""
    import numpy as np

    low, high = magnitude
    x = uniform * np.float32(2 * (high - low)) - np.float32(high - low)
    return x + np.copysign(np.float32(low), x)
