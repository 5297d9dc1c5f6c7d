# SPDX-License-Identifier: Apache-2.0
"""PyTorch, a sine and a cosine for each sinusoid and sample, fused by torch.compile: the eager form takes four times as long.

A process per thread: compiled code holds the interpreter's lock, and PyTorch's normals are serial in a pool of any size.
"""

from importlib.util import find_spec

from . import DELAYS, DEVIATION, EDGE, EMPHASIS, RATE, WEIGHTS, lanes

name = "PyTorch, compiled sines"

COLUMNS = 400
LEAD = DELAYS[1]  # zeros before a signal, for its echo


def available():
    return None if find_spec("torch") else "torch is not installed"


def voice(samples):
    """A function that gives a transmission's planes, float32 [2][LEAD + samples up to a whole row]."""
    import torch

    tau = 2 * torch.pi
    rows = -(-samples // COLUMNS)
    row, column, ramp = torch.arange(rows), torch.arange(COLUMNS), torch.arange(rows * COLUMNS)
    planes = torch.zeros(2, LEAD + rows * COLUMNS)
    weights = torch.tensor(WEIGHTS)

    def modulate(offset, tones, starts, pauses):
        tones, starts, pauses = (torch.from_numpy(a) for a in (tones, starts, pauses))
        first = (tones * COLUMNS * row[:, None] + starts) % tau  # in double precision
        angle = first.float()[:, :, None] + (tones[:, None] * column).float()
        x = torch.einsum("rtc,t->rc", angle.sin_(), weights).ravel()
        for centre, half in pauses.tolist():
            part = slice(*(int(max(0, centre + side * (half + EDGE))) for side in (-1, 1)))
            x[part] *= (((ramp[part] - centre).abs() - half) / EDGE).clamp(0, 1)
        audio = x.clone()
        audio[1:].sub_(x[:-1], alpha=EMPHASIS)
        audio[0] = (1 - EMPHASIS) * x[0]
        audio *= tau * DEVIATION / RATE / audio[:samples].abs().max()
        phase = audio.add_(offset).cumsum(0)
        torch.cos(phase, out=planes[0, LEAD:])
        torch.sin(phase, out=planes[1, LEAD:])
        return planes

    return modulate


def filler(samples, rng):
    import torch

    torch.set_num_threads(1)
    compiled = torch.compile(fade, dynamic=False)
    tau = 2 * torch.pi
    rows = -(-samples // COLUMNS)
    row = torch.arange(rows)
    noise = torch.Generator()
    noise.manual_seed(int(rng.integers(2**63)))
    modulate = voice(samples)

    def delayed(planes, delay):
        return planes[:, LEAD - delay :][:, : rows * COLUMNS].view(2, rows, COLUMNS)

    @torch.inference_mode()
    def fill(iq, draws):
        out = torch.from_numpy(iq.view("float32")).view(*iq.shape, 2)
        for b, records in enumerate(out):
            planes = modulate(draws.offset[b], draws.tones[b], draws.starts[b], draws.pauses[b])
            for r, record in enumerate(records):
                shifts, phases, gains = (torch.from_numpy(a[b, r]) for a in (draws.shifts, draws.phases, draws.gains))
                first = (shifts[..., None] * COLUMNS * row + phases[..., None]) % tau
                signals = [delayed(planes, delay) for delay in (0, int(draws.delays[b, r]))]
                re, im = compiled(first.float(), shifts.float(), gains.float(), *signals)
                record.normal_(0, float(draws.sigma[b, r]), generator=noise)
                record[:, 0] += re.ravel()[:samples]
                record[:, 1] += im.ravel()[:samples]

    return fill


def fade(first, shifts, gains, direct, echo):
    """The two planes of the signal through both paths, [rows][COLUMNS] each."""
    import torch

    column = torch.arange(COLUMNS, dtype=torch.float32)
    angle = first[..., None] + (shifts[..., None] * column)[:, :, None]
    a, b = (torch.cos(angle).sum(1) * gains[:, None, None]).unbind()
    c, d = (torch.sin(angle).sum(1) * gains[:, None, None]).unbind()
    (x, y), (u, v) = direct, echo
    return a * x - c * y + b * u - d * v, c * x + a * y + d * u + b * v


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, filler)
