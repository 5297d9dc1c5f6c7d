# SPDX-License-Identifier: Apache-2.0
"""cvrp.c, compiled for this machine when it is run: threads that fill whole batches, each its own reused one.

With these flags sqrtf may set errno, which keeps the loop of distances scalar; c_no_errno.py gives that up.
"""

import ctypes
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import Batch, capacity

name = "C, gcc -O3 -march=native"

FLAGS = ["-O3", "-march=native", "-pthread", "-shared", "-fPIC"]

PAD = 16  # the kernel may write this many elements past an array's end


def available():
    return None if shutil.which("gcc") else "gcc is not installed"


class Lane(ctypes.Structure):
    _fields_ = [(field, ctypes.c_void_p) for field in Batch._fields]


def library(flags):
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder, "cvrp.so")
        subprocess.run(["gcc", *flags, Path(__file__).with_name("cvrp.c"), "-o", binary, "-lm"], check=True)
        return ctypes.CDLL(binary)


def known_answer(cvrp):
    """Random123's known answer for a counter and a key of all ones."""
    out = (ctypes.c_uint32 * 4)()
    ones = ctypes.c_uint64(2**64 - 1)
    cvrp.cvrp_philox(ctypes.c_uint32(2**32 - 1), ctypes.c_uint32(2**32 - 1), ones, ones, out)
    return list(out) == [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]


def make(customers, batch, threads, flags=FLAGS):
    import numpy as np

    cvrp = library(flags)
    if not known_answer(cvrp):
        raise RuntimeError("this is not Philox4x32-10")
    nodes = customers + 1

    def array(shape, dtype):
        size = int(np.prod(shape))
        return np.empty(size + PAD, dtype)[:size].reshape(shape)

    batches = [
        Batch(
            array((batch, nodes, 2), np.float32),
            array((batch, nodes), np.int32),
            array((batch,), np.int32),
            array((batch, nodes, nodes), np.float32),
        )
        for _ in range(threads)
    ]
    lanes = (Lane * threads)(*(Lane(*(field.ctypes.data for field in b)) for b in batches))
    seed = ctypes.c_uint64(int.from_bytes(os.urandom(8)))
    first = 0

    def generate(count):
        nonlocal first
        last = cvrp.cvrp_run(
            customers, batch, capacity(customers), seed, ctypes.c_uint64(first), ctypes.c_uint64(count), threads, lanes
        )
        if last < 0:
            raise RuntimeError("no thread could be started")
        first += count
        return batches[last]

    return generate
