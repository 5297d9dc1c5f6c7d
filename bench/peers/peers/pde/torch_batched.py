# SPDX-License-Identifier: Apache-2.0
"""PyTorch, eager, whole batches: smaller groups were slower. Its transforms are MKL's."""

from importlib.util import find_spec

from . import FRAMES, STEPS, draw, lanes, modes, scheme

name = "PyTorch"


def available():
    return None if find_spec("torch") else "torch is not installed"


def filler(points, batch, rng):
    import torch

    torch.set_num_threads(1)
    count = modes(points)
    e, half, q, f1, f2, f3, force = (torch.from_numpy(numbers) for numbers in scheme(points))
    spectrum = torch.zeros(batch, points // 2 + 1, dtype=torch.complex128)
    field, squares = torch.empty(batch, points, dtype=torch.float64), torch.empty_like(spectrum)

    def rate(of):
        spectrum[:, :count] = of
        torch.fft.irfft(spectrum, points, out=field)
        field.mul_(field)
        torch.fft.rfft(field, out=squares)
        return squares[:, :count] * force

    def step(v):
        nv, held = rate(v), half * v
        a = torch.addcmul(held, q, nv)
        na = rate(a)
        nb = rate(held.addcmul_(q, na))
        nc = rate((a * half).addcmul_(q, (2 * nb).sub_(nv)))
        return (v * e).addcmul_(f1, nv).addcmul_(f2, na.add_(nb)).addcmul_(f3, nc)

    @torch.inference_mode()
    def fill(out):
        u = torch.from_numpy(out.u)
        v = torch.fft.rfft(torch.from_numpy(draw(rng, batch, points)))[:, :count]
        for frame in range(FRAMES):
            for _ in range(STEPS if frame else 0):
                v = step(v)
            u[:, frame] = torch.fft.irfft(v, points)

    return fill


def make(case, batch, threads):
    return lanes.make(case, batch, threads, filler)
