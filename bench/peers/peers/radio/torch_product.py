# SPDX-License-Identifier: Apache-2.0
"""PyTorch, the sum of sinusoids as a product of two small matrices (see numpy_product.py), eager: most is BLAS and normal_()."""

from . import lanes
from .torch_sines import COLUMNS, LEAD, available, voice  # noqa: F401

name = "PyTorch, matrix product"

ROWS = 100  # at a time: 40,000 samples


def filler(samples, rng):
    import torch

    torch.set_num_threads(1)
    tau = 2 * torch.pi
    rows = -(-samples // COLUMNS)
    row, column = torch.arange(rows), torch.arange(COLUMNS)
    noise = torch.Generator()
    noise.manual_seed(int(rng.integers(2**63)))
    modulate = voice(samples)
    paths = torch.empty(2, ROWS, COLUMNS, dtype=torch.complex64)

    def circle(angle):
        return torch.complex(torch.cos(angle), torch.sin(angle))

    def receive(signal, out, delay, shifts, phases, gains, sigma):
        left = circle(((shifts[:, None] * COLUMNS * row[:, None] + phases[:, None]) % tau).float())
        left *= gains[:, None, None].float()
        right = circle((shifts[..., None] * column).float())
        torch.view_as_real(out).normal_(0, sigma, generator=noise)
        for part in range(0, rows, ROWS):
            end = min(part + ROWS, rows)
            torch.matmul(left[:, part:end], right, out=paths[:, : end - part])
            first, end = part * COLUMNS, min(end * COLUMNS, samples)
            direct, echo = paths.view(2, -1)[:, : end - first]
            out[first:end].addcmul_(direct, signal[LEAD + first : LEAD + end])
            out[first:end].addcmul_(echo, signal[LEAD - delay + first : LEAD - delay + end])

    @torch.inference_mode()
    def fill(iq, draws):
        for b, records in enumerate(torch.from_numpy(iq)):
            signal = torch.complex(*modulate(draws.offset[b], draws.tones[b], draws.starts[b], draws.pauses[b]))
            for r, out in enumerate(records):
                own = (torch.from_numpy(a[b, r]) for a in (draws.shifts, draws.phases, draws.gains))
                receive(signal, out, int(draws.delays[b, r]), *own, float(draws.sigma[b, r]))

    return fill


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, filler)
