# SPDX-License-Identifier: Apache-2.0
"""lal_loop.c, compiled for this machine when it is run: threads that call LALSimulation and copy into their own batch."""

import ctypes
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import BINS, Batch, lal_library, lal_missing, split

name = "LALSimulation, C loop"


def available():
    return lal_missing() if shutil.which("gcc") else "gcc is not installed"


class Lane(ctypes.Structure):
    _fields_ = [(field, ctypes.c_void_p) for field in Batch._fields]


def make(case, batch, threads):
    import numpy as np

    os.environ["OMP_NUM_THREADS"] = "1"
    model, dtype = split(case)
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder, "lal_loop.so")
        source = Path(__file__).with_name("lal_loop.c")
        flags = ["-O3", "-march=native", "-pthread", "-shared", "-fPIC"]
        subprocess.run(["gcc", *flags, source, "-o", binary, "-ldl", "-lm"], check=True)
        loop = ctypes.CDLL(binary)
    if step := loop.lal_open(lal_library().encode(), model.encode()):
        raise RuntimeError(("there is no library", "a function is missing", f"there is no {model}")[step - 1])

    batches = [
        Batch(np.empty((batch, 6)), np.empty((batch, BINS), dtype), np.empty((batch, BINS), dtype)) for _ in range(threads)
    ]
    lanes = (Lane * threads)(*(Lane(*(field.ctypes.data for field in b)) for b in batches))
    seed = ctypes.c_uint64(int.from_bytes(os.urandom(8)))
    first = 0

    def generate(count):
        nonlocal first
        last = loop.lal_run(
            batch, dtype == "complex64", seed, ctypes.c_uint64(first), ctypes.c_uint64(count), threads, lanes
        )
        if last < 0:
            raise RuntimeError("a waveform failed, or a thread could not be started")
        first += count
        return batches[last]

    return generate
