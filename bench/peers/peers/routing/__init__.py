# SPDX-License-Identifier: Apache-2.0
"""Generators of CVRP batches to compare Millrace's `routing` with.

Each module offers

    name                             as the table shows it
    available()                      None, or why it cannot run here
    make(customers, batch, threads)  a callable `generate(count)` that makes `count` batches and returns the last

A generator that reuses its buffers is free to overwrite what it returned before.
"""

from typing import Any, NamedTuple


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts; node 0 is the depot."""

    coords: Any  # float32 [batch][customers + 1][2], U[0, 1]²
    demands: Any  # int32 [batch][customers + 1], U{1..9}, the depot's 0
    capacity: Any  # int32 [batch]
    distances: Any  # float32 [batch][customers + 1][customers + 1], Euclidean


_CAPACITY = {10: 20, 15: 25, 20: 30, 30: 33, 40: 37, 50: 40, 60: 43, 75: 45,
             100: 50, 125: 55, 150: 60, 200: 70, 500: 100, 1000: 150}


def capacity(customers: int) -> int:
    """The vehicle's capacity of Kool et al. (2019), extended by common use; the nearest key, the smaller on a tie."""
    return _CAPACITY[min(_CAPACITY, key=lambda key: (abs(key - customers), key))]
