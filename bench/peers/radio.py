#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's `radio` workload with what else makes IQ records of fading channels on a CPU. See README.md."""

from harness import Workload, main
from peers.radio import DEVIATION, DOPPLER, OFFSET, RATE, RECEIVERS, SNR


def item_bytes(samples):
    return 8


def check(batches, samples, batch):
    """Raises unless the batches, made one after the other, are what the workload asks for and none repeats another."""
    import numpy as np

    def require(truth, what):
        if not truth:
            raise ValueError(what)

    voice = OFFSET + DEVIATION + 3500  # Hz: Carson's band of the highest tone, and some
    frequency = np.fft.fftfreq(samples, 1 / RATE)
    outside, inside = np.abs(frequency) > 3 * voice, np.abs(frequency) < voice
    window = np.hanning(samples).astype(np.float32)  # against the jump from a record's end to its start
    window /= np.sqrt(np.mean(window**2))
    block = 100  # samples: .5 ms, in which fading stands still
    gains, blocks = [], []
    for iq, link in batches:
        require(iq.shape == (batch, RECEIVERS, samples) and link.shape == (batch, RECEIVERS, 2), "shapes")
        require(iq.dtype == np.complex64 and link.dtype == np.float32, "types")
        amplitude, snr = (link[..., axis].astype(np.float64).ravel() for axis in (0, 1))
        require(amplitude.min() > 0 and snr.min() >= SNR[0] - 1e-3 and snr.max() <= SNR[1] + 1e-3, "an SNR out of range")
        records = iq.reshape(-1, samples) / amplitude[:, None].astype(np.float32)
        require(np.isfinite(records.view(np.float32)).all(), "a number that is not finite")
        # Noise by the spectrum where no voice is. Of K bins the mean strays by some 1.5/√K; the voice adds some 1e-5.
        noise = 10 ** (-snr / 10)
        spectrum = np.abs(np.fft.fft(records * window)) ** 2 / samples
        error = spectrum[:, outside].mean(-1) / noise - 1
        require(np.abs(error).max() < 9 / outside.sum() ** 0.5 + 0.02, f"noise off by {np.abs(error).max():.3f}")
        gains.append((np.abs(records) ** 2).mean(-1) - noise)
        signal = spectrum - noise[:, None]
        power = signal.mean(-1)
        strong = (snr > 15) & (power > 0.25)
        if strong.any():
            signal, power = signal[strong], power[strong]
            share = (signal * inside).mean(-1) / power
            require(
                np.abs(share - 1).max() < 0.02, f"{share.min():.3f} to {share.max():.3f} of the power within the channel"
            )
            # The second moment of an FM spectrum is its frequency's: of three tones and pauses that peak at 5 kHz some 2 kHz.
            width = np.sqrt((signal * inside * frequency**2).mean(-1) / power)
            require(
                500 < width.min() and width.max() < 4000, f"RMS deviations of {width.min():.0f} to {width.max():.0f} Hz"
            )
        short = np.abs(records[:, : samples // block * block]).reshape(len(records), -1, block)
        blocks.append((short**2).mean(-1) - noise[:, None])

    # E|h|² = 1, E|h|⁴ = 2 − 1/N: block powers scatter as exponential ones, of which each record has f_d T that are independent.
    gains, blocks = np.concatenate(gains), np.concatenate(blocks)
    independent = len(gains) * max(1, DOPPLER * samples / RATE)
    require(abs(gains.mean() - 1) < 6 / independent**0.5, f"a mean power of {gains.mean():.3f}, not 1")
    scatter = blocks.var() / blocks.mean() ** 2
    require(abs(scatter - 1) < 6 * (8 / independent) ** 0.5, f"a variance of {scatter:.2f} by fading, not 1")

    for index, one in enumerate(batches):
        for other in batches[:index]:
            require((one[0][..., 0] != other[0][..., 0]).all(), "signals of an earlier batch")
            require(np.mean(one[1] == other[1]) < 0.01, "links of an earlier batch")


workload = Workload(
    name="radio",
    size="samples",
    sizes=(200_000,),
    batch=4,
    items="samples",
    peers=(
        "numpy_sines",
        "numpy_product",
        "torch_sines",
        "torch_product",
        "jax_sines",
        "jax_product",
        "numba_sines",
        "numba_product",
    ),
    item_bytes=item_bytes,
    check=check,
    per_instance=lambda samples: RECEIVERS * samples,
)

if __name__ == "__main__":
    main(workload)
