#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's `waveform` workload with what else makes both polarizations of compact binaries. See README.md."""

from harness import Workload, main

BINS = 8193  # 0 to 1024 Hz by 0.125 Hz; zeros below 20 Hz
MODELS = ("IMRPhenomD", "TaylorF2")
BYTES = {"c8": 8, "c16": 16}


def parse(text):
    """A case such as IMRPhenomD-c8: a model and an element type."""
    model, _, dtype = text.partition("-")
    if model not in MODELS or dtype not in BYTES:
        raise ValueError(f"{text}: allowed are {', '.join(MODELS)}, each with -c8 or -c16")
    return text


def options(case):
    """The case in the words of Millrace's options and results."""
    model, _, dtype = case.partition("-")
    return {"approximant": model, "dtype": dtype}


def item_bytes(case):
    # Millrace also writes the parameters, 0.1 % more, which the comparison of bytes allows.
    return 2 * BINS * BYTES[options(case)["dtype"]]


def check(batches, case, batch):
    """Raises unless the batches, made one after the other, are what the workload asks for and none repeats another."""
    import numpy as np

    from peers.waveform import DELTA_F, F_MIN, inspiral

    dtype = {"c8": np.complex64, "c16": np.complex128}[options(case)["dtype"]]
    first = round(F_MIN / DELTA_F)

    def require(truth, what):
        if not truth:
            raise ValueError(what)

    for parameters, plus, cross in batches:
        require(parameters.shape == (batch, 6), "shape of the parameters")
        require(plus.shape == cross.shape == (batch, BINS), "shapes")
        require(plus.dtype == cross.dtype == dtype, "types")
        require(np.isfinite(plus).all() and np.isfinite(cross).all(), "a number that is not finite")
        require((plus[:, :first] == 0).all() and (cross[:, :first] == 0).all(), "a signal below 20 Hz")
        mass_1, mass_2, chi_1, chi_2, iota, _ = parameters.T
        for mass in (mass_1, mass_2):
            require(mass.min() >= 10 and mass.max() <= 80, "a mass outside 10..80")
        for chi in (chi_1, chi_2):
            require(np.abs(chi).max() <= 0.9, "a spin beyond 0.9")
        # At 20 Hz the models have half of the quadrupole's amplitude for the heaviest binaries, nearly all for the lightest.
        ratio = np.abs(plus[:, first]) / (inspiral(mass_1, mass_2) * (1 + np.cos(iota) ** 2) / 2)
        require(0.5 < ratio.min() and ratio.max() < 1.2, f"an amplitude {ratio.min():.2f} to {ratio.max():.2f} of the formula's")
        expected = np.abs(2 * np.cos(iota) / (1 + np.cos(iota) ** 2)) * np.abs(plus[:, first])
        require(np.abs(np.abs(cross[:, first]) - expected).max() < 1e-4 * np.abs(plus[:, first]).max(), "polarizations")
        require((np.abs(plus[:, first : first + 160]) > 0).all(), "a gap at 20 to 40 Hz")

    for index, one in enumerate(batches):
        for other in batches[:index]:
            require((one[0] != other[0]).all(), "parameters of an earlier batch")
            require((one[1][:, first] != other[1][:, first]).all(), "waveforms of an earlier batch")


workload = Workload(
    name="waveform",
    size="case",
    sizes=("IMRPhenomD-c8", "IMRPhenomD-c16", "TaylorF2-c8"),
    batch=64,
    items="waveforms",
    peers=("lal_ctypes", "lal_c", "ripple_f64", "ripple_f32"),
    item_bytes=item_bytes,
    check=check,
    parse=parse,
    options=options,
)

if __name__ == "__main__":
    main(workload)
