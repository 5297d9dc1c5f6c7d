# SPDX-License-Identifier: Apache-2.0
"""Solvers of Burgers' equation to compare Millrace's `pde` with.

Each module offers what those of `peers.routing` do; a case is an equation and a number of points.

The job, for every trajectory: u_t + (u²/2)_x = (ν/π) u_xx, ν = 0.01, on [0, 1), periodic, from two sines, in double precision;
200 steps of 0.001 by ETDRK4 (Cox and Matthews 2002, coefficients by the contour integrals of Kassam and Trefethen 2005), products
without aliases by the two-thirds rule; every tenth step is stored.
"""

from typing import Any, NamedTuple

EQUATION = "burgers"
NU = 0.01
STEP = 1e-3
STEPS = 10  # from a frame to the next
FRAMES = 21  # the initial condition among them
KNOWN = 4, 1.1  # waves and a of the solution that the first trajectory of every batch starts from


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts."""

    u: Any  # float64 [batch][FRAMES][points]


class Scheme(NamedTuple):
    """Numbers for each mode that is there; those of steps are real."""

    e: Any  # exp(hL)
    half: Any  # exp(hL/2)
    q: Any
    f1: Any
    f2: Any  # of the sum of both middle stages
    f3: Any
    force: Any  # complex: N = force · F[u²]


def points(case):
    return int(case.partition("-")[2])


def modes(points):
    """Those below a third of the points, 0 among them: squares then have no aliases on them."""
    return (points - 1) // 3 + 1


def scheme(points):
    import numpy as np

    k = 2 * np.pi * np.arange(modes(points))
    z = STEP * -(NU / np.pi) * k * k
    circle = z[:, None] + np.exp(2j * np.pi * (np.arange(32) + 0.5) / 32)
    exp = np.exp(circle)

    def mean(values):
        return STEP * values.mean(1).real

    return Scheme(
        np.exp(z),
        np.exp(z / 2),
        mean((np.exp(circle / 2) - 1) / circle),
        mean((-4 - circle + exp * (4 - 3 * circle + circle**2)) / circle**3),
        mean(2 * (2 + circle + exp * (circle - 2)) / circle**3),
        mean((-4 - 3 * circle - circle**2 + exp * (4 - circle)) / circle**3),
        -0.5j * k,
    )


def exact(points, time):
    """The solution of one mode, 2κk e^{−κk²t} sin kx / (a + e^{−κk²t} cos kx)."""
    import numpy as np

    waves, a = KNOWN
    k, kappa = 2 * np.pi * waves, NU / np.pi
    decay = np.exp(-kappa * k * k * time)
    x = np.arange(points) / points
    return 2 * kappa * k * decay * np.sin(k * x) / (a + decay * np.cos(k * x))


def draw(rng, batch, points):
    """Initial conditions, [batch][points]: Σ A sin(2πnx + φ) of two modes from 1 to 4, but the first."""
    import numpy as np

    waves = rng.integers(1, 5, (2, batch, 1))
    amplitudes, phases = rng.random((2, batch, 1)), 2 * np.pi * rng.random((2, batch, 1))
    u = (amplitudes * np.sin(2 * np.pi * waves * np.arange(points) / points + phases)).sum(0)
    u[0] = exact(points, 0)
    return u
