#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Millrace's Fourier transforms, measured by JMH, with FFTW's and others' on a CPU, by one thread. See README.md."""

import json
import subprocess
import tempfile
from pathlib import Path

import harness
from harness import Row, Workload, limit_cpus
from peers.fft import KINDS, REAL, split

RUN = harness.HERE.parent / "run"
TIMEOUT = 600  # seconds
LARGEST = 1 << 16


def parse(text):
    """A case such as real-1024: a kind and a length."""
    kind, _, length = text.partition("-")
    if kind not in KINDS or not length.isdecimal() or int(length) % 2 or not 2 <= int(length) <= LARGEST:
        raise ValueError(f"{text}: allowed are {' and '.join(KINDS)}, each with -2 to -{LARGEST}, even")
    return text


def item_bytes(case):
    """Of a spectrum; of real signals without the last number."""
    kind, length = split(case)
    return 8 * length if kind == REAL else 16 * length


def check(batches, case, batch):
    """Raises unless the spectra are those of the signals."""
    import numpy as np

    kind, length = split(case)
    for signals, spectra in batches:
        right = np.fft.rfft(signals) if kind == REAL else np.fft.fft(signals)
        if spectra.shape != right.shape or len(signals) != batch:
            raise ValueError("shapes")
        error = np.abs(spectra - right).max() / np.abs(right).max()
        if not error < 1e-14:
            raise ValueError(f"spectra are off by {error:.1e} of the largest number")


class Jmh:
    """Millrace's BatchFftBenchmark: a row for each number of signals that one call transforms."""

    def __init__(self, case, batch):
        kind, length = split(case)
        if batch != 64:
            raise ValueError("Millrace's benchmark has batches of 64")
        self.command = [
            str(RUN), f"BatchFftBenchmark.{kind}$", "-p", f"length={length}", "-p", "backend=vector",
            "-f", "1", "-wi", "3", "-w", "1", "-i", "1",
        ]  # fmt: skip
        self.found, self.failed = {}, None

    @property
    def rows(self):
        return [Row("Millrace", 1, failed=self.failed)] if self.failed else list(self.found.values())

    def round(self, seconds):
        if self.failed:
            return
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "jmh.json")
            options = ["-r", str(max(1, round(seconds))), "-rf", "json", "-rff", str(out)]
            done = subprocess.run(
                [*self.command, *options], capture_output=True, text=True, timeout=TIMEOUT, preexec_fn=limit_cpus(1)
            )
            if done.returncode or not out.is_file():
                self.failed = f"exit code {done.returncode}: {' '.join(done.stderr.split())[-200:]}"
                return
            for result in json.loads(out.read_text()):
                name = f"Millrace, {result['params']['signals']} at once"
                row = self.found.setdefault(name, Row(name, 1, millrace=True))
                row.rates.append(result["primaryMetric"]["score"])

    def close(self):
        pass


def millrace(workload, path, case, batch, threads):
    return Jmh(case, batch)


workload = Workload(
    name="fft",
    size="case",
    sizes=("real-1024", "complex-1024"),
    batch=64,
    items="transforms",
    peers=("fftw", "numpy_fft", "torch_fft"),
    item_bytes=item_bytes,
    check=check,
    parse=parse,
    threads=1,
    entrant=millrace,
)

if __name__ == "__main__":
    harness.main(workload)
