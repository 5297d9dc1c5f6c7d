# SPDX-License-Identifier: Apache-2.0
"""LALSimulation's ChooseFDWaveform from Python: a process per thread, each waveform copied by NumPy into shared memory.

Processes, because what Python does between two calls holds the interpreter's lock.
"""

import ctypes
import mmap
import multiprocessing
import os
from importlib.util import find_spec

from . import BINS, DELTA_F, DISTANCE, F_MAX, F_MIN, F_REF, Batch, draw, lal_library, lal_missing, split

name = "LALSimulation, ctypes"

SUN_KILOGRAMS = 1.988409870698050731911960804878414216e30
MEGAPARSEC_METRES = 3.085677581491367278913937957796471611e22


def available():
    return lal_missing() if find_spec("numpy") else "numpy is not installed"


class Sequence(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_double))]


class Series(ctypes.Structure):
    # Name, epoch, two doubles and the units are 120 bytes; see Millrace's SeriesLayout.
    _fields_ = [("head", ctypes.c_char * 120), ("data", ctypes.POINTER(Sequence))]


def library(model):
    """A callable that makes one waveform's two series, one that frees a series."""
    lal = ctypes.CDLL(lal_library())
    lal.gsl_set_error_handler_off()
    pointer = ctypes.POINTER(Series)
    choose = lal.XLALSimInspiralChooseFDWaveform
    choose.argtypes = [ctypes.POINTER(pointer)] * 2 + [ctypes.c_double] * 18 + [ctypes.c_void_p, ctypes.c_int]
    lal.XLALSimInspiralGetApproximantFromString.argtypes = [ctypes.c_char_p]
    approximant = lal.XLALSimInspiralGetApproximantFromString(model.encode())
    destroy = lal.XLALDestroyCOMPLEX16FrequencySeries
    destroy.argtypes = [pointer]

    def make(mass_1, mass_2, chi_1, chi_2, iota, phase):
        plus, cross = pointer(), pointer()
        if choose(
            plus, cross, mass_1 * SUN_KILOGRAMS, mass_2 * SUN_KILOGRAMS, 0, 0, chi_1, 0, 0, chi_2,
            DISTANCE * MEGAPARSEC_METRES, iota, phase, 0, 0, 0, DELTA_F, F_MIN, F_MAX, F_REF, None, approximant,
        ):  # fmt: skip
            raise RuntimeError("ChooseFDWaveform failed")
        return plus, cross

    return make, destroy


def make(case, batch, threads):
    import numpy as np

    os.environ["OMP_NUM_THREADS"] = "1"
    model, dtype = split(case)
    context = multiprocessing.get_context("fork")

    def shared(shape, dtype):
        return np.frombuffer(mmap.mmap(-1, int(np.prod(shape)) * np.dtype(dtype).itemsize), dtype).reshape(shape)

    def lane(seed, out, pipe, inherited):
        # Only then does the pipe end when the parent does, however that ends.
        for end in inherited:
            end.close()
        rng = np.random.default_rng(seed)
        one, destroy = library(model)

        def store(series, row):
            sequence = series.contents.data.contents
            length = min(sequence.length, BINS)
            row[:length] = np.ctypeslib.as_array(sequence.data, (2 * length,)).view(np.complex128)
            row[length:] = 0
            destroy(series)

        while True:
            try:
                last, count = -1, pipe.recv()
            except EOFError:
                return
            while True:
                with tickets.get_lock():
                    ticket = tickets.value
                    tickets.value += 1
                if ticket >= count:
                    break
                out.parameters[:] = draw(rng, batch)
                for row, values in enumerate(out.parameters.tolist()):
                    plus, cross = one(*values)
                    store(plus, out.plus[row])
                    store(cross, out.cross[row])
                last = ticket
            pipe.send(last)

    tickets = context.Value("q", 0)
    lanes = []
    for seed in np.random.SeedSequence().spawn(threads):
        out = Batch(shared((batch, 6), float), shared((batch, BINS), dtype), shared((batch, BINS), dtype))
        near, far = context.Pipe()
        context.Process(target=lane, args=(seed, out, far, [near, *(pipe for pipe, _ in lanes)]), daemon=True).start()
        far.close()
        lanes.append((near, out))

    def generate(count):
        tickets.value = 0
        for pipe, _ in lanes:
            pipe.send(count)
        return max(((pipe.recv(), out) for pipe, out in lanes), key=lambda answer: answer[0])[1]

    return generate
