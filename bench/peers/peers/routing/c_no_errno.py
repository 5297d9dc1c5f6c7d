# SPDX-License-Identifier: Apache-2.0
"""c_plain.py's kernel with a flag that lets the compiler vectorise its square roots; it changes no value."""

from . import c_plain

name = "C, the same and -fno-math-errno"

available = c_plain.available


def make(customers, batch, threads):
    return c_plain.make(customers, batch, threads, [*c_plain.FLAGS, "-fno-math-errno"])
