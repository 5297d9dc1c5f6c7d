# SPDX-License-Identifier: Apache-2.0
"""Numba, records in parallel, with loops that the compiler vectorises all through: the strongest of what is compared here.

The sum of sinusoids is a product of two small tables (see numpy_product.py). Random words are SplitMix64, normals by Box and
Muller, with polynomials in place of the C library's logarithm, sine and cosine, which LLVM would call sample by sample.
"""

from importlib.util import find_spec

from .. import vectorised
from . import DEVIATION, EDGE, EMPHASIS, PATHS, RATE, RECEIVERS, SINUSOIDS, WEIGHTS, Batch, draw

name = "Numba, matrix product"

COLUMNS = 128  # samples per row of the product; the noise's too
GROUP = 4  # sinusoids at a time, so that sums are loaded and stored a quarter as often


def available():
    return None if find_spec("numba") else "numba is not installed"


def make(samples, batch, threads):
    import os

    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    f32, u64 = np.float32, np.uint64
    gamma = u64(vectorised.GAMMA)
    word, turn, logarithm = vectorised.functions()
    tau = 2 * np.pi
    step = f32(tau * DEVIATION / RATE)
    rows = -(-samples // COLUMNS)

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def modulate(signals, offset, tones, starts, pauses):
        for b in prange(len(signals)):
            x = np.empty(samples, f32)
            for n in range(samples):
                x[n] = f32(0)
            for t in range(3):
                weight, rate = f32(WEIGHTS[t]), tones[b, t] / tau
                for row in range(rows):
                    first = starts[b, t] / tau + rate * row * COLUMNS
                    start = f32(first - np.floor(first))
                    slow, part = f32(rate), x[row * COLUMNS :]
                    for n in range(min(COLUMNS, len(part))):
                        sine, _ = turn(start + slow * f32(np.int32(n)))
                        part[n] += weight * sine
            for p in range(pauses.shape[1]):
                centre, half = f32(pauses[b, p, 0]), f32(pauses[b, p, 1])
                for n in range(samples):
                    x[n] *= min(f32(1), max(f32(0), (abs(f32(np.int32(n)) - centre) - half) * f32(1 / EDGE)))
            audio = np.empty(samples, f32)
            audio[0] = f32(1 - EMPHASIS) * x[0]
            peak = abs(audio[0])
            for n in range(1, samples):
                audio[n] = x[n] - f32(EMPHASIS) * x[n - 1]
                peak = max(peak, abs(audio[n]))
            scale, carrier, phase = step / peak / f32(tau), f32(offset[b] / tau), f32(0)
            for n in range(samples):
                phase += scale * audio[n] + carrier
                x[n] = phase
            for n in range(samples):
                sine, cosine = turn(x[n])
                signals[b, 0, n] = cosine
                signals[b, 1, n] = sine

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def receive(iq, signals, delays, shifts, phases, gains, sigma, seed):
        for record in prange(batch * RECEIVERS):
            b, r = record // RECEIVERS, record % RECEIVERS
            right = np.empty((PATHS, SINUSOIDS, 2, COLUMNS), f32)
            for p in range(PATHS):
                for k in range(SINUSOIDS):
                    for n in range(COLUMNS):
                        sine, cosine = turn(shifts[b, r, p, k] * f32(np.int32(n)))
                        right[p, k, 0, n] = cosine
                        right[p, k, 1, n] = sine
            fading = np.empty((2, COLUMNS), f32)
            sums = np.empty((2, COLUMNS), f32)
            left = np.empty((2, SINUSOIDS), f32)
            scale = f32(-2) * sigma[b, r] * sigma[b, r]
            for row in range(rows):
                first = row * COLUMNS
                length = min(COLUMNS, samples - first)
                state = seed + gamma * u64(record * samples + first)
                for n in range(COLUMNS):
                    z = word(state, n)
                    high, low = np.int32(z >> u64(32)), np.int32(z & u64(0xFFFFFFFF))
                    u = f32(high & np.int32(0x7FFFFFFF)) * f32(2**-31) + f32(2**-32)
                    radius = np.sqrt(scale * logarithm(u))
                    sine, cosine = turn(f32(low) * f32(2**-32))
                    sums[0, n] = radius * cosine
                    sums[1, n] = radius * sine
                for p in range(PATHS):
                    for k in range(SINUSOIDS):
                        sine, cosine = turn(shifts[b, r, p, k] * f32(np.int32(first)) + phases[b, r, p, k])
                        left[0, k] = gains[b, r, p] * cosine
                        left[1, k] = gains[b, r, p] * sine
                    for n in range(COLUMNS):
                        fading[0, n] = f32(0)
                        fading[1, n] = f32(0)
                    for k in range(0, SINUSOIDS, GROUP):
                        for n in range(COLUMNS):
                            re, im = fading[0, n], fading[1, n]
                            for g in range(GROUP):
                                c, s = right[p, k + g, 0, n], right[p, k + g, 1, n]
                                re += left[0, k + g] * c - left[1, k + g] * s
                                im += left[0, k + g] * s + left[1, k + g] * c
                            fading[0, n] = re
                            fading[1, n] = im
                    delay = p * delays[b, r]
                    skip = max(0, delay - first)
                    # Views, since an index that might be negative costs a gather.
                    late, h, y = signals[b, :, first + skip - delay :], fading[:, skip:], sums[:, skip:]
                    for n in range(length - skip):
                        y[0, n] += h[0, n] * late[0, n] - h[1, n] * late[1, n]
                        y[1, n] += h[1, n] * late[0, n] + h[0, n] * late[1, n]
                out = iq[b, r, first:]
                for n in range(length):
                    out[n, 0] = sums[0, n]
                    out[n, 1] = sums[1, n]

    iq = np.empty((batch, RECEIVERS, samples), np.complex64)
    planes = iq.view(f32).reshape(*iq.shape, 2)
    signals = np.empty((batch, 2, samples), f32)
    rng = np.random.default_rng()
    seed = int.from_bytes(os.urandom(8))

    def generate(count):
        nonlocal seed
        for _ in range(count):
            draws = draw(rng, batch, samples)
            modulate(signals, draws.offset, draws.tones, draws.starts, draws.pauses)
            own = (a.astype(f32) for a in (draws.shifts / tau, draws.phases / tau, draws.gains, draws.sigma))
            receive(planes, signals, draws.delays, *own, u64(seed))
            seed = (seed + int(gamma) * iq.size) % 2**64
        return Batch(iq, draws.link)

    return generate
