# SPDX-License-Identifier: Apache-2.0
"""Generators of IQ records to compare Millrace's `radio` with.

Each module offers what those of `peers.routing` do; a size is the number of samples of a record, at 200 kHz.

The job, for every transmission: FM voice, that is three tones with pauses, pre-emphasised, normalised to a peak of 1, at
5 kHz of peak deviation, within 50 Hz of the carrier; for each of 7 receivers two paths of exponential profile, each faded by
20 sinusoids that are summed for every sample; an amplitude; white Gaussian noise by a drawn SNR.

Cheaper for the peers than for Millrace: an echo is late by whole samples, and all receivers get the first path at once, where
fractional delays take an interpolation of every path.
"""

from typing import Any, NamedTuple

RECEIVERS = 7
RATE = 200_000.0  # Hz
DEVIATION = 5_000.0  # Hz
OFFSET = 50.0  # Hz
EMPHASIS = 0.95  # y[n] = x[n] − .95 x[n−1], x[−1] = x[0]
TONES = ((500.0, 800.0), (1000.0, 2000.0), (2500.0, 3000.0))  # Hz
WEIGHTS = (0.6, 0.3, 0.1)
PAUSES = 2
PAUSE = (0.05, 0.15)  # of the record
EDGE = (
    1000.0  # samples that the voice takes to fall silent: without them the pre-emphasis would turn every edge into the peak
)
DELAYS = (1, 4)  # of the echo, in samples of 5 µs
SPREAD = 2.0  # samples in which the profile falls by e
PATHS = 2
SINUSOIDS = 20
DOPPLER = 10.0  # Hz
POWER = (-110.0, -70.0)  # dBm
SNR = (3.0, 30.0)  # dB


class Batch(NamedTuple):
    """Arrays, or whatever numpy.asarray accepts."""

    iq: Any  # complex64 [batch][RECEIVERS][samples], √mW
    link: Any  # float32 [batch][RECEIVERS][2]: the amplitude, before fading, and the SNR in dB


class Draws(NamedTuple):
    """What is drawn once for a transmission or a record."""

    offset: Any  # [batch], rad per sample
    tones: Any  # [batch][3], rad per sample
    starts: Any  # [batch][3], rad
    pauses: Any  # [batch][PAUSES][2], samples: centre c and half-width w of the envelope's clip((|n − c| − w) / EDGE, 0, 1)
    delays: Any  # int [batch][RECEIVERS], samples
    shifts: Any  # [batch][RECEIVERS][PATHS][SINUSOIDS]: 2πf_d cos α_n, rad per sample
    phases: Any  # the same shape, rad
    gains: Any  # [batch][RECEIVERS][PATHS]: amplitude · √power of the path / √SINUSOIDS
    sigma: Any  # [batch][RECEIVERS], of the noise's real and imaginary part each
    link: Any  # as in Batch


def draw(rng, batch, samples):
    """By a numpy.random.Generator; float64 but where a type is named."""
    import numpy as np

    tau = 2 * np.pi
    records = (batch, RECEIVERS)
    low, high = np.array(TONES).T
    pauses = np.stack((rng.uniform(0, 1, (batch, PAUSES)), rng.uniform(*PAUSE, (batch, PAUSES)) / 2), -1)
    delays = rng.integers(DELAYS[0], DELAYS[1], records, endpoint=True)
    echo = np.exp(-delays / SPREAD)
    powers = np.stack((1 / (1 + echo), echo / (1 + echo)), -1)
    waves = (*records, PATHS, SINUSOIDS)
    alpha = tau * np.arange(SINUSOIDS) / SINUSOIDS + rng.uniform(-np.pi / SINUSOIDS, np.pi / SINUSOIDS, waves)
    amplitude = 10 ** (rng.uniform(*POWER, records) / 20)
    snr = rng.uniform(*SNR, records)
    return Draws(
        offset=rng.uniform(-OFFSET, OFFSET, batch) * tau / RATE,
        tones=rng.uniform(low, high, (batch, len(TONES))) * tau / RATE,
        starts=rng.uniform(0, tau, (batch, len(TONES))),
        pauses=pauses * samples,
        delays=delays,
        shifts=tau * DOPPLER / RATE * np.cos(alpha),
        phases=rng.uniform(0, tau, waves),
        gains=amplitude[..., None] * np.sqrt(powers / SINUSOIDS),
        sigma=amplitude * 10 ** (-snr / 20) / np.sqrt(2),
        link=np.stack((amplitude, snr), -1).astype(np.float32),
    )
