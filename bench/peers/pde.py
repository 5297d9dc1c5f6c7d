#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's `pde` workload with what else solves Burgers' equation on a CPU. See README.md."""

from harness import Workload, main
from peers.pde import EQUATION, FRAMES, NU, STEP, STEPS, exact, points

LARGEST = 1 << 16  # points


def parse(text):
    """A case such as burgers-1024: an equation and a number of points."""
    equation, _, number = text.partition("-")
    if equation != EQUATION or not number.isdecimal() or int(number) % 2 or not 64 <= int(number) <= LARGEST:
        raise ValueError(f"{text}: allowed are {EQUATION}-64 to {EQUATION}-{LARGEST}, even")
    return text


def settings(case):
    """The case for Millrace, which makes no certificates here: they solve some trajectories again."""
    return {
        "points": points(case), "frames": FRAMES, "t-end": STEP * STEPS * (FRAMES - 1), "steps": STEPS,
        "scheme": "spectral", "nu": NU, "certify": 0, "dtype": "f8",
    }  # fmt: skip


def item_bytes(case):
    return 8 * FRAMES * points(case) / (STEPS * (FRAMES - 1))


def check(batches, case, batch):
    """Raises unless the batches, made one after the other, are what the workload asks for and none repeats another."""
    import numpy as np

    def require(truth, what):
        if not truth:
            raise ValueError(what)

    n = points(case)
    times = STEP * STEPS * np.arange(FRAMES)
    for (u,) in batches:
        require(u.shape == (batch, FRAMES, n) and u.dtype == np.float64, "shapes or types")
        require(np.isfinite(u).all(), "a number that is not finite")
        # The known solution is smooth: what is left is the error of steps.
        error = max(np.abs(u[0, frame] - exact(n, time)).max() for frame, time in enumerate(times))
        require(error < 1e-7, f"the known solution is off by {error:.1e}")
        # Two sines of amplitudes up to 1; what smooths them keeps the mean, and takes from the energy.
        start = u[1:, 0]
        require(np.abs(start).max() < 2 + 1e-9 and start.std() > 0.3, "initial conditions out of range")
        spectrum = np.abs(np.fft.rfft(start)) / n
        require(spectrum[:, 0].max() < 1e-12 and spectrum[:, 5:].max() < 1e-12, "modes that no initial condition has")
        require(np.abs(u.mean(2)).max() < 1e-12, "a mean that is not 0")
        energy = (u**2).mean(2)
        require((np.diff(energy) < 1e-6 * energy[:, :1]).all(), "an energy that grows")
        # Some against the formula of Cole and Hopf.
        for row in (1, batch // 2, batch - 1):
            error = np.abs(u[row, -1] - cole_hopf(u[row, 0], times[-1]))
            require(np.median(error) < 1e-6 and error.max() < 1e-3, f"off by {np.median(error):.1e}, at shocks {error.max():.1e}")

    for index, (one,) in enumerate(batches):
        for (other,) in batches[:index]:
            require(np.mean(one[1:, 0, :2] == other[1:, 0, :2]) < 0.01, "trajectories of an earlier batch")


def cole_hopf(start, time):
    """∫ (x − y)/t e^{−F/2κ} dy / ∫ e^{−F/2κ} dy, F = (x − y)²/2t + ∫ u₀ from 0 to y (Hopf 1950), for a mean of 0."""
    import numpy as np

    n, kappa = len(start), NU / np.pi
    spectrum = np.fft.rfft(start)
    spectrum[1:] /= 2j * np.pi * np.arange(1, n // 2 + 1)
    potential = np.tile(np.fft.irfft(spectrum, n), 3)
    x, y = np.arange(n) / n, np.arange(3 * n) / n - 1
    away = x[:, None] - y
    exponent = (away**2 / (2 * time) + potential) / (-2 * kappa)
    weight = np.exp(exponent - exponent.max(1, keepdims=True))
    return (weight * away).sum(1) / weight.sum(1) / time


workload = Workload(
    name="pde",
    size="case",
    sizes=("burgers-1024",),
    batch=64,
    items="steps",
    peers=("numpy_batched", "torch_batched", "jax_jit"),
    item_bytes=item_bytes,
    check=check,
    parse=parse,
    per_instance=lambda case: STEPS * (FRAMES - 1),
    options=lambda case: {"equation": EQUATION},
    settings=settings,
)

if __name__ == "__main__":
    main(workload)
