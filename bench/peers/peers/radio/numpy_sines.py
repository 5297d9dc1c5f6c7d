# SPDX-License-Identifier: Apache-2.0
"""NumPy, one record at a time, a sine and a cosine for each sinusoid and sample: the method of the system that Millrace replaces.

Unlike that one, in single precision, whose sines are vectorised, in place, in blocks that caches hold, the voice once for
all receivers, a process per thread.
"""

from importlib.util import find_spec

from . import DEVIATION, EDGE, EMPHASIS, RATE, WEIGHTS, lanes

name = "NumPy, sines"

BLOCK = 1 << 15  # samples


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def filler(samples, rng):
    import numpy as np

    tau = 2 * np.pi
    ramp = np.arange(BLOCK, dtype=np.float32)
    angle, wave = np.empty(BLOCK, np.float32), np.empty(BLOCK, np.float32)
    path, noise = np.empty(BLOCK, np.complex64), np.empty((BLOCK, 2), np.float32)
    sums = np.empty((2, BLOCK), np.float32)
    voice, audio, signal = np.empty(samples, np.float32), np.empty(samples, np.float32), np.empty(samples, np.complex64)
    blocks = [(first, min(first + BLOCK, samples)) for first in range(0, samples, BLOCK)]

    def turn(shift, phase, first, out):
        """The angle of one sinusoid: within the block single precision does, from its start on."""
        np.multiply(ramp[: len(out)], np.float32(shift), out=out)
        out += np.float32((phase + shift * first) % tau)

    def modulate(offset, tones, starts, pauses):
        for first, end in blocks:
            a, w, out = angle[: end - first], wave[: end - first], voice[first:end]
            out.fill(0)
            for weight, tone, start in zip(WEIGHTS, tones, starts):
                turn(tone, start, first, a)
                np.sin(a, out=w)
                w *= np.float32(weight)
                out += w
        for centre, half in pauses:
            first, end = (int(max(0, centre + side * (half + EDGE))) for side in (-1, 1))
            part = voice[first:end]
            part *= np.clip((np.abs(np.arange(first, first + len(part), dtype=np.float32) - centre) - half) / EDGE, 0, 1)
        audio[0] = (1 - EMPHASIS) * voice[0]
        np.multiply(voice[:-1], np.float32(-EMPHASIS), out=audio[1:])
        np.add(audio[1:], voice[1:], out=audio[1:])
        audio.__imul__(np.float32(tau * DEVIATION / RATE / max(audio.max(), -audio.min())))
        np.add(audio, np.float32(offset), out=audio)
        np.cumsum(audio, out=voice)
        np.cos(voice, out=signal.real)
        np.sin(voice, out=signal.imag)

    def fade(shifts, phases, first, gain, out):
        a, w, (re, im) = angle[: len(out)], wave[: len(out)], sums[:, : len(out)]
        re.fill(0)
        im.fill(0)
        for shift, phase in zip(shifts, phases):
            turn(shift, phase, first, a)
            np.cos(a, out=w)
            re += w
            np.sin(a, out=w)
            im += w
        np.multiply(re, np.float32(gain), out=out.real)
        np.multiply(im, np.float32(gain), out=out.imag)

    def receive(out, delay, shifts, phases, gains, sigma):
        for first, end in blocks:
            h, n = path[: end - first], noise[: end - first]
            fade(shifts[0], phases[0], first, gains[0], h)
            np.multiply(signal[first:end], h, out=out[first:end])
            fade(shifts[1], phases[1], first, gains[1], h)
            skip = max(0, delay - first)
            h[skip:] *= signal[first + skip - delay : end - delay]
            out[first + skip : end] += h[skip:]
            rng.standard_normal(dtype=np.float32, out=n)
            n *= np.float32(sigma)
            out[first:end] += n.view(np.complex64)[:, 0]

    def fill(iq, draws):
        for b, records in enumerate(iq):
            modulate(draws.offset[b], draws.tones[b], draws.starts[b], draws.pauses[b])
            for r, out in enumerate(records):
                receive(
                    out, draws.delays[b, r], draws.shifts[b, r], draws.phases[b, r], draws.gains[b, r], draws.sigma[b, r]
                )

    return fill


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, filler)
