# SPDX-License-Identifier: Apache-2.0
"""NumPy, one record at a time, the sum of sinusoids as a product of two small matrices, the noise by Box and Muller.

exp j(ω(Ma + b) + φ) = exp j(ωMa + φ) · exp jωb: a matrix of rows a times one of columns b sums over the sinusoids, and gives
every sample of the fading what numpy_sines.py gives it, by BLAS. Single precision's vectorised logarithms, sines and cosines
make normals three times as fast as NumPy's Generator does.
"""

from importlib.util import find_spec

from . import DEVIATION, EDGE, EMPHASIS, PATHS, RATE, SINUSOIDS, WEIGHTS, lanes

name = "NumPy, matrix product"

COLUMNS = 512
ROWS = 64  # at a time: 32,768 samples


def available():
    return None if find_spec("numpy") else "numpy is not installed"


def filler(samples, rng):
    import numpy as np

    tau = 2 * np.pi
    rows = -(-samples // COLUMNS)
    begin = COLUMNS * np.arange(rows, dtype=np.float32)[:, None]
    column = np.arange(COLUMNS, dtype=np.float32)
    voice, audio = np.empty((rows, COLUMNS), np.float32), np.empty(samples, np.float32)
    signal = np.empty(samples, np.complex64)
    block = ROWS * COLUMNS
    paths = np.empty((PATHS, ROWS, COLUMNS), np.complex64)
    uniform, normal = np.empty((2, block), np.float32), np.empty(block, np.complex64)
    left = np.empty((PATHS, rows, SINUSOIDS), np.complex64)
    right = np.empty((PATHS, SINUSOIDS, COLUMNS), np.complex64)

    def circle(angle, out):
        """exp of j times the angle."""
        np.cos(angle, out=out.real)
        np.sin(angle, out=out.imag)

    def modulate(offset, tones, starts, pauses):
        first = (tones * COLUMNS * np.arange(rows)[:, None] + starts) % tau
        a, b = np.exp(1j * first) * WEIGHTS, np.exp(1j * tones[:, None] * column)
        np.matmul(np.hstack((a.imag, a.real)).astype(np.float32), np.vstack((b.real, b.imag)).astype(np.float32), out=voice)
        x = voice.ravel()[:samples]
        for centre, half in pauses:
            low, high = (int(max(0, centre + side * (half + EDGE))) for side in (-1, 1))
            part = x[low:high]
            part *= np.clip((np.abs(np.arange(low, low + len(part), dtype=np.float32) - centre) - half) / EDGE, 0, 1)
        audio[0] = (1 - EMPHASIS) * x[0]
        np.multiply(x[:-1], np.float32(-EMPHASIS), out=audio[1:])
        np.add(audio[1:], x[1:], out=audio[1:])
        np.multiply(audio, np.float32(tau * DEVIATION / RATE / max(audio.max(), -audio.min())), out=audio)
        np.add(audio, np.float32(offset), out=audio)
        np.cumsum(audio, out=x)
        np.cos(x, out=signal.real)
        np.sin(x, out=signal.imag)

    def noise(sigma, out):
        u, v = uniform[:, : len(out)]
        words = rng.integers(2**64, size=len(out), dtype=np.uint64).view(np.uint32).reshape(2, -1)
        np.add(words[0], np.float32(0.5), out=u, dtype=np.float32, casting="unsafe")
        u *= np.float32(2**-32)
        np.log(u, out=u)
        u *= np.float32(-2 * sigma * sigma)
        np.sqrt(u, out=u)
        np.multiply(words[1].view(np.int32), np.float32(tau * 2**-32), out=v, dtype=np.float32, casting="unsafe")
        np.cos(v, out=out.real)
        np.sin(v, out=out.imag)
        out *= u

    def receive(out, delay, shifts, phases, gains, sigma):
        circle(shifts[:, None] * begin + phases[:, None], left)
        np.multiply(left, gains[:, None, None], out=left)
        circle(shifts[..., None] * column, right)
        for row in range(0, rows, ROWS):
            part = left[:, row : row + ROWS]
            np.matmul(part, right, out=paths[:, : part.shape[1]])
            first, end = row * COLUMNS, min((row + ROWS) * COLUMNS, samples)
            direct, echo = paths.reshape(PATHS, -1)[:, : end - first]
            n, y = normal[: end - first], out[first:end]
            noise(sigma, n)
            np.multiply(signal[first:end], direct, out=y)
            y += n
            skip = max(0, delay - first)
            echo[skip:] *= signal[first + skip - delay : end - delay]
            y[skip:] += echo[skip:]

    def fill(iq, draws):
        for b, records in enumerate(iq):
            modulate(draws.offset[b], draws.tones[b], draws.starts[b], draws.pauses[b])
            for r, out in enumerate(records):
                own = (a[b, r].astype(np.float32) for a in (draws.shifts, draws.phases, draws.gains, draws.sigma))
                receive(out, draws.delays[b, r], *own)

    return fill


def make(samples, batch, threads):
    return lanes.make(samples, batch, threads, filler)
