# SPDX-License-Identifier: Apache-2.0
"""Batches by a process per thread, in memory that they share with this one."""

import mmap
import multiprocessing
import os


def make(threads, fields, filler):
    """A generator as the modules offer it. `fields` is a named tuple of each array's shape and type; `filler(rng)`, called in
    each process, gives a `fill(out)` for a named tuple of the arrays, which may also return arrays of its own in their place."""
    import numpy as np

    context = multiprocessing.get_context("fork")

    def shared(shape, dtype):
        return np.frombuffer(mmap.mmap(-1, int(np.prod(shape)) * np.dtype(dtype).itemsize), dtype).reshape(shape)

    def lane(number, seed, out, pipe, inherited):
        # Only then does the pipe end when the parent does, however that ends.
        for end in inherited:
            end.close()
        # A library with threads of its own gets one.
        if hasattr(os, "sched_setaffinity"):
            cpus = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(0, {cpus[number % len(cpus)]})
        fill = filler(np.random.Generator(np.random.SFC64(seed)))  # NumPy's fastest
        while True:
            try:
                made, last, count = None, -1, pipe.recv()
            except EOFError:
                return
            while True:
                with tickets.get_lock():
                    ticket = tickets.value
                    tickets.value += 1
                if ticket >= count:
                    break
                made = fill(out)
                last = ticket
            for array, own in zip(out, made or ()):  # only of the last batch: the others were in memory, too
                array[:] = own
            pipe.send(last)

    tickets = context.Value("q", 0)
    lanes = []
    for number, seed in enumerate(np.random.SeedSequence().spawn(threads)):
        out = type(fields)(*(shared(*field) for field in fields))
        near, far = context.Pipe()
        inherited = [near, *(pipe for pipe, _ in lanes)]
        context.Process(target=lane, args=(number, seed, out, far, inherited), daemon=True).start()
        far.close()
        lanes.append((near, out))

    def generate(count):
        tickets.value = 0
        for pipe, _ in lanes:
            pipe.send(count)
        return max(((pipe.recv(), out) for pipe, out in lanes), key=lambda answer: answer[0])[1]

    return generate
