# SPDX-License-Identifier: Apache-2.0
"""Numba, records in parallel, a sine and a cosine for each sinusoid and sample, `numpy.random`: the loop that one writes first.

Its sines are scalar calls of the C library; numba_product.py shows what avoiding them gains.
"""

from importlib.util import find_spec

from . import DEVIATION, EDGE, EMPHASIS, RATE, RECEIVERS, WEIGHTS, Batch, draw

name = "Numba, sines"


def available():
    return None if find_spec("numba") else "numba is not installed"


def modulator():
    """A compiled function that fills complex64 [batch][samples] with the voices, in parallel."""
    import numpy as np
    from numba import njit, prange

    tau = 2 * np.pi

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def modulate(signals, offset, tones, starts, pauses):
        samples = signals.shape[1]
        for b in prange(len(signals)):
            audio = np.empty(samples, np.float32)
            before = np.float32(0)
            peak = np.float32(0)
            for n in range(samples):
                x = 0.0
                for t in range(tones.shape[1]):
                    x += WEIGHTS[t] * np.sin(tones[b, t] * n + starts[b, t])
                for p in range(pauses.shape[1]):
                    x *= min(1.0, max(0.0, (abs(n - pauses[b, p, 0]) - pauses[b, p, 1]) / EDGE))
                if n == 0:
                    before = np.float32(x)
                audio[n] = np.float32(x) - np.float32(EMPHASIS) * before
                before = np.float32(x)
                peak = max(peak, abs(audio[n]))
            scale = tau * DEVIATION / RATE / peak
            phase = 0.0
            for n in range(samples):
                phase += scale * audio[n] + offset[b]
                angle = np.float32(phase)
                signals[b, n] = complex(np.cos(angle), np.sin(angle))

    return modulate


def make(samples, batch, threads):
    import numba
    import numpy as np
    from numba import njit, prange

    numba.set_num_threads(threads)
    modulate = modulator()

    @njit(parallel=True, fastmath=True, error_model="numpy")
    def receive(iq, signals, delays, shifts, phases, gains, sigma):
        for record in prange(iq.shape[0] * RECEIVERS):
            b, r = record // RECEIVERS, record % RECEIVERS
            for n in range(iq.shape[2]):
                y = np.complex64(sigma[b, r] * complex(np.random.normal(), np.random.normal()))
                for p in range(2):
                    late = n - p * delays[b, r]
                    if late >= 0:
                        re, im = np.float32(0), np.float32(0)
                        for k in range(shifts.shape[3]):
                            angle = shifts[b, r, p, k] * np.float32(n) + phases[b, r, p, k]
                            re += np.cos(angle)
                            im += np.sin(angle)
                        y += gains[b, r, p] * np.complex64(complex(re, im)) * signals[b, late]
                iq[b, r, n] = y

    iq = np.empty((batch, RECEIVERS, samples), np.complex64)
    signals = np.empty((batch, samples), np.complex64)
    rng = np.random.default_rng()

    def generate(count):
        for _ in range(count):
            draws = draw(rng, batch, samples)
            modulate(signals, draws.offset, draws.tones, draws.starts, draws.pauses)
            own = (a.astype(np.float32) for a in (draws.shifts, draws.phases, draws.gains, draws.sigma))
            receive(iq, signals, draws.delays, *own)
        return Batch(iq, draws.link)

    return generate
