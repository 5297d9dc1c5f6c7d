# SPDX-License-Identifier: Apache-2.0
"""NumPy, some trajectories at a time, in place, with the modes alone that are there. Factors as pairs, which saves making them complex, gained nothing."""

from importlib.util import find_spec
from math import gcd

from . import FRAMES, STEPS, draw, lanes, modes, scheme

name = "NumPy, in place"

GROUP = 16  # trajectories at a time, whose arrays the L2 cache holds


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def filler(points, batch, rng):
    import numpy as np

    count = modes(points)
    e, half, q, f1, f2, f3, force = scheme(points)
    group = gcd(GROUP, batch)
    spectrum = np.zeros((group, points // 2 + 1), complex)
    field, squares = np.empty((group, points)), np.empty_like(spectrum)
    v, a, b, c, nv, na, nb, nc = (np.empty((group, count), complex) for _ in range(8))

    def rate(of, out):
        spectrum[:, :count] = of
        np.fft.irfft(spectrum, points, out=field)
        np.multiply(field, field, out=field)
        np.fft.rfft(field, out=squares)
        np.multiply(squares[:, :count], force, out=out)

    def stage(start, slope, out):
        """half · start + q · slope; the slope is used up."""
        np.multiply(start, half, out=out)
        np.multiply(slope, q, out=slope)
        np.add(out, slope, out=out)

    def step():
        rate(v, nv)
        np.copyto(c, nv)
        stage(v, c, a)
        rate(a, na)
        np.copyto(c, na)
        stage(v, c, b)
        rate(b, nb)
        np.multiply(nb, 2, out=b)
        np.subtract(b, nv, out=b)
        stage(a, b, c)
        rate(c, nc)
        np.add(na, nb, out=na)
        np.multiply(v, e, out=v)
        for slope, factor in ((nv, f1), (na, f2), (nc, f3)):
            np.multiply(slope, factor, out=slope)
            np.add(v, slope, out=v)

    def fill(out):
        starts = draw(rng, batch, points)
        for first in range(0, batch, group):
            block = slice(first, first + group)
            v[:] = np.fft.rfft(starts[block])[:, :count]
            for frame in range(FRAMES):
                for _ in range(STEPS if frame else 0):
                    step()
                out.u[block, frame] = np.fft.irfft(v, points)

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
