# SPDX-License-Identifier: Apache-2.0
"""FFTW by fftw.c, compiled when it is run."""

import ctypes
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import REAL, draw, split

name = "FFTW, patient"


def available():
    if not shutil.which("gcc"):
        return "gcc is not installed"
    header = subprocess.run(["gcc", "-fsyntax-only", "-include", "fftw3.h", "-x", "c", "/dev/null"], capture_output=True)
    return "FFTW is not installed (Debian: libfftw3-dev)" if header.returncode else None


def make(case, batch, threads):
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder, "fftw.so")
        source = Path(__file__).with_name("fftw.c")
        subprocess.run(["gcc", "-O3", "-shared", "-fPIC", source, "-o", binary, "-lfftw3"], check=True)
        fftw = ctypes.CDLL(binary)
    fftw.fft_plan.restype = ctypes.c_void_p
    kind, length = split(case)
    made = draw(case, batch)
    signals = made.signals.copy()
    plan = ctypes.c_void_p(
        fftw.fft_plan(kind == REAL, length, batch, *(ctypes.c_void_p(array.ctypes.data) for array in made))
    )
    if not plan:
        raise RuntimeError("no plan was made")
    made.signals[:] = signals

    def generate(count):
        fftw.fft_run(plan, ctypes.c_longlong(count))
        return made

    return generate
