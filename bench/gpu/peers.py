# SPDX-License-Identifier: Apache-2.0
"""What else makes the same batches on the same GPU: PyTorch, CuPy and JAX, each at its best, on the device and downloaded."""

import time


def routing(nodes, capacity):
    """Coordinates, demands, capacity and the full float32 distance matrix; one function per library that makes a batch."""

    def torch_maker(batch):
        import torch

        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

        def make():
            xy = torch.rand(batch, nodes, 2, device=device)
            demand = torch.randint(1, 10, (batch, nodes), dtype=torch.int32, device=device)
            demand[:, 0] = 0
            room = torch.full((batch,), capacity, dtype=torch.int32, device=device)
            x, y = xy[..., 0], xy[..., 1]
            dx = x[:, :, None] - x[:, None, :]
            dy = y[:, :, None] - y[:, None, :]
            return xy, demand, room, torch.sqrt(dx * dx + dy * dy)

        if device.type == "cuda":
            make = torch.compile(make)
        return make

    def cupy_maker(batch):
        import cupy

        kernel = cupy.ElementwiseKernel(
            "raw float32 xy, int32 nodes", "float32 d",
            """int row = i / nodes; int j = i - row * nodes; int start = row / nodes * nodes;
               float dx = xy[2 * row] - xy[2 * (start + j)], dy = xy[2 * row + 1] - xy[2 * (start + j) + 1];
               d = sqrtf(dx * dx + dy * dy)""", "distances")  # fmt: skip

        def make():
            xy = cupy.random.random((batch, nodes, 2), dtype=cupy.float32)
            demand = cupy.random.randint(1, 10, (batch, nodes), dtype=cupy.int32)
            demand[:, 0] = 0
            room = cupy.full((batch,), capacity, dtype=cupy.int32)
            return xy, demand, room, kernel(xy, cupy.int32(nodes), size=batch * nodes * nodes)

        return make

    def jax_maker(batch):
        import jax
        import jax.numpy as jnp

        @jax.jit
        def compiled(key):
            key, one, two = jax.random.split(key, 3)
            xy = jax.random.uniform(one, (batch, nodes, 2), jnp.float32)
            demand = jax.random.randint(two, (batch, nodes), 1, 10, jnp.int32).at[:, 0].set(0)
            dx = xy[:, :, None, 0] - xy[:, None, :, 0]
            dy = xy[:, :, None, 1] - xy[:, None, :, 1]
            return key, (xy, demand, jnp.full((batch,), capacity, jnp.int32), jnp.sqrt(dx * dx + dy * dy))

        state = [jax.random.key(1)]

        def make():
            state[0], arrays = compiled(state[0])
            return arrays

        return make

    return {"PyTorch": torch_maker, "CuPy": cupy_maker, "JAX": jax_maker}


def waveform(complex128):
    """TaylorF2, both polarizations on 8,193 bins, by its 3.5PN phase without spins, in float64 as its phase needs."""
    bins, low = 8193, 160

    def jax_maker(batch):
        import jax

        jax.config.update("jax_enable_x64", True)
        import jax.numpy as jnp

        f = jnp.maximum(jnp.arange(bins) * 0.125, 0.125)
        seen = jnp.arange(bins) >= low
        pi, gamma = jnp.pi, 0.5772156649015329

        @jax.jit
        def compiled(key):
            key, one, two = jax.random.split(key, 3)
            m1, m2 = jax.random.uniform(one, (2, batch, 1), jnp.float64, 10, 80)
            cosine, phase = jax.random.uniform(two, (2, batch, 1), jnp.float64, -1, 1)
            total, eta = (m1 + m2) * 4.925490947641267e-06, m1 * m2 / (m1 + m2) ** 2
            v = jnp.cbrt(pi * total * f)
            log = jnp.log(v)
            series = (
                1 + v**2 * (3715 / 756 + 55 / 9 * eta) - 16 * pi * v**3
                + v**4 * (15293365 / 508032 + 27145 / 504 * eta + 3085 / 72 * eta**2)
                + v**5 * pi * (38645 / 756 - 65 / 9 * eta) * (1 + 3 * log)
                + v**6 * (11583231236531 / 4694215680 - 640 / 3 * pi**2 - 6848 / 21 * (gamma + log + jnp.log(4.0))
                          + eta * (-15737765635 / 3048192 + 2255 / 12 * pi**2) + 76055 / 1728 * eta**2
                          - 127825 / 1296 * eta**3)
                + v**7 * pi * (77096675 / 254016 + 378515 / 1512 * eta - 74045 / 756 * eta**2)
            )  # fmt: skip
            psi = 3 / (128 * eta) * v**-5 * series - pi / 4 - 2 * pi * phase
            h = jnp.where(seen, total**2 * jnp.sqrt(5 * pi / 24 * eta) * v**-3.5 * jnp.exp(-1j * psi), 0) * 1e-17
            kind = jnp.complex128 if complex128 else jnp.complex64
            return key, ((0.5 * (1 + cosine**2) * h).astype(kind), (-1j * cosine * h).astype(kind))

        state = [jax.random.key(1)]

        def make():
            state[0], arrays = compiled(state[0])
            return arrays

        return make

    return {"JAX": jax_maker}


def wait(arrays):
    for array in arrays:
        if hasattr(array, "block_until_ready"):
            array.block_until_ready()
    module = type(arrays[0]).__module__
    if module.startswith("torch") and arrays[0].is_cuda:
        import torch

        torch.cuda.synchronize()
    elif module.startswith("cupy"):
        import cupy

        cupy.cuda.get_current_stream().synchronize()


def download(arrays, pinned):
    """To the host: into pinned memory by PyTorch and CuPy, by `device_get` for JAX."""
    module = type(arrays[0]).__module__
    if module.startswith("torch"):
        import torch

        if not pinned:
            pinned.extend(torch.empty(a.shape, dtype=a.dtype, pin_memory=a.is_cuda) for a in arrays)
        for here, there in zip(pinned, arrays):
            here.copy_(there, non_blocking=True)
        wait(arrays)
    elif module.startswith("cupy"):
        import cupy
        import numpy

        if not pinned:
            for a in arrays:
                memory = cupy.cuda.alloc_pinned_memory(a.nbytes)
                pinned.append(numpy.frombuffer(memory, a.dtype, a.size).reshape(a.shape))
        for here, there in zip(pinned, arrays):
            there.get(out=here, blocking=False)
        wait(arrays)
    else:
        import jax

        jax.device_get(arrays)


def rate(maker, batch, seconds, to_host):
    """Instances per second; compilation and warm-up apart."""
    make, pinned = maker(batch), []

    def once():
        arrays = make()
        download(arrays, pinned) if to_host else wait(arrays)

    for _ in range(5):
        once()
    start, rounds = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        once()
        rounds += 1
    return batch * rounds / (time.perf_counter() - start)
