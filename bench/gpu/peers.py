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


def radio(samples):
    """FM voice at 7 receivers, by two paths that are faded by 20 sinusoids each, and noise: the job that `../peers/peers/radio`
    describes, its echoes late by whole samples. complex64 [batch][7][samples], and each record's amplitude and SNR in dB."""
    receivers, paths, sinusoids, rate, doppler, deviation = 7, 2, 20, 200e3, 10.0, 5e3
    tones = ((0.6, 500, 800), (0.3, 1000, 2000), (0.1, 2500, 3000))
    tau, edge, emphasis = 6.283185307179586, 1000, 0.95

    def torch_maker(batch):
        import torch

        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        def uniform(low, high, *shape):
            return low + (high - low) * torch.rand(shape, device=device)

        def make():
            n = torch.arange(samples, device=device)
            t, x = n.double() / rate, 0
            for weight, low, high in tones:
                turns = uniform(low, high, batch, 1).double() * t + uniform(0, 1, batch, 1)
                x = x + weight * torch.sin(tau * (turns - turns.floor()).float())
            for _ in range(2):
                centre, width = uniform(0, samples, batch, 1), uniform(0.025 * samples, 0.075 * samples, batch, 1)
                x = x * (((n - centre).abs() - width) / edge).clamp(0, 1)
            audio = x - emphasis * torch.cat((x[:, :1], x[:, :-1]), 1)
            audio = audio * (tau * deviation / rate / audio.abs().amax(1, keepdim=True))
            phase = (audio + uniform(-50, 50, batch, 1) * (tau / rate)).cumsum(1)[:, None].expand(batch, receivers, samples)

            delay = torch.randint(1, 5, (batch, receivers, 1), device=device)
            echo = torch.exp(delay / -2)
            amplitude, snr = 10 ** (uniform(-110, -70, batch, receivers, 1) / 20), uniform(3, 30, batch, receivers, 1)
            waves = (batch, receivers, paths, sinusoids)
            alpha = tau / sinusoids * (torch.arange(sinusoids, device=device) + uniform(-0.5, 0.5, *waves))
            shifts, starts = tau * doppler / rate * torch.cos(alpha), uniform(0, tau, *waves)
            normal = torch.randn(2, batch, receivers, samples, device=device) * (amplitude * 10 ** (snr / -20) * 0.5**0.5)
            re, im = normal[0], normal[1]
            for path, power in enumerate((1 / (1 + echo), echo / (1 + echo))):
                late = n - path * delay
                angle = phase.gather(2, late.clamp(min=0))
                gain = torch.where(late >= 0, amplitude * (power / sinusoids) ** 0.5, 0)
                c = s = 0
                for k in range(sinusoids):
                    turned = shifts[:, :, path, k, None] * n + starts[:, :, path, k, None]
                    c, s = c + torch.cos(turned), s + torch.sin(turned)
                a, b = torch.cos(angle), torch.sin(angle)
                re, im = re + gain * (a * c - b * s), im + gain * (a * s + b * c)
            return torch.view_as_complex(torch.stack((re, im), -1)), torch.cat((amplitude, snr), -1)

        return torch.compile(make) if device.type == "cuda" else make

    def cupy_maker(batch):
        import cupy

        # Angles in half turns, whose sines need no reduction by π.
        kernel = cupy.ElementwiseKernel(
            "raw float32 phase, raw int32 delay, raw float32 shifts, raw float32 starts, raw float32 gains, raw float32 sigma, "
            "complex64 normal, int32 samples, int32 receivers, int32 sinusoids", "complex64 iq",
            """int record = i / samples, n = i - (long long) record * samples, b = record / receivers;
               float re = sigma[record] * normal.real(), im = sigma[record] * normal.imag();
               for (int path = 0; path < 2; path++) {
                   int late = n - path * delay[record], first = (2 * record + path) * sinusoids;
                   if (late < 0) continue;
                   float c = 0, s = 0, x, y;
                   for (int k = first; k < first + sinusoids; k++) {
                       sincospif(shifts[k] * n + starts[k], &y, &x);
                       c += x; s += y;
                   }
                   sincospif(phase[(long long) b * samples + late], &y, &x);
                   re += gains[2 * record + path] * (x * c - y * s);
                   im += gains[2 * record + path] * (x * s + y * c);
               }
               iq = complex<float>(re, im)""", "received")  # fmt: skip

        def uniform(low, high, *shape):
            return low + (high - low) * cupy.random.random(shape, dtype=cupy.float32)

        def make():
            n = cupy.arange(samples, dtype=cupy.float32)
            t, x = cupy.arange(samples, dtype=cupy.float64) / rate, 0
            for weight, low, high in tones:
                turns = uniform(low, high, batch, 1) * t + uniform(0, 1, batch, 1)
                x = x + weight * cupy.sin(tau * (turns - cupy.floor(turns)).astype(cupy.float32))
            for _ in range(2):
                centre, width = uniform(0, samples, batch, 1), uniform(0.025 * samples, 0.075 * samples, batch, 1)
                x *= cupy.clip((cupy.abs(n - centre) - width) / edge, 0, 1)
            audio = x - emphasis * cupy.concatenate((x[:, :1], x[:, :-1]), 1)
            audio *= 2 * deviation / rate / cupy.abs(audio).max(1, keepdims=True)
            audio += uniform(-50, 50, batch, 1) * (2 / rate)
            phase = cupy.cumsum(audio, 1, dtype=cupy.float32)

            records, waves = (batch, receivers), (batch, receivers, paths, sinusoids)
            delay = cupy.random.randint(1, 5, records, dtype=cupy.int32)
            echo = cupy.exp(delay.astype(cupy.float32) / -2)
            amplitude, snr = 10 ** (uniform(-110, -70, *records) / 20), uniform(3, 30, *records)
            powers = cupy.stack((1 / (1 + echo), echo / (1 + echo)), -1)
            alpha = tau / sinusoids * (cupy.arange(sinusoids, dtype=cupy.float32) + uniform(-0.5, 0.5, *waves))
            iq = kernel(
                phase, delay, 2 * doppler / rate * cupy.cos(alpha), uniform(0, 2, *waves),
                amplitude[..., None] * cupy.sqrt(powers / sinusoids), amplitude * 10 ** (snr / -20) * 0.5**0.5,
                cupy.random.standard_normal((*records, 2 * samples), dtype=cupy.float32).view(cupy.complex64),
                cupy.int32(samples), cupy.int32(receivers), cupy.int32(sinusoids),
            )  # fmt: skip
            return iq, cupy.stack((amplitude, snr), -1)

        return make

    def jax_maker(batch):
        import jax

        jax.config.update("jax_enable_x64", True)  # for the tones' phases alone
        import jax.numpy as jnp

        single = jnp.float32
        records, waves = (batch, receivers, 1), (batch, receivers, paths, sinusoids, 1)

        @jax.jit
        def compiled(key):
            key, *keys = jax.random.split(key, 18)
            keys = iter(keys)

            def uniform(low, high, *shape):
                return jax.random.uniform(next(keys), shape, single, low, high)

            n = jnp.arange(samples, dtype=single)
            t, x = jnp.arange(samples) / rate, 0
            for weight, low, high in tones:
                turns = uniform(low, high, batch, 1).astype(jnp.float64) * t + uniform(0, 1, batch, 1)
                x = x + weight * jnp.sin(tau * (turns - jnp.floor(turns)).astype(single))
            for _ in range(2):
                centre, width = uniform(0, samples, batch, 1), uniform(0.025 * samples, 0.075 * samples, batch, 1)
                x = x * jnp.clip((jnp.abs(n - centre) - width) / edge, 0, 1)
            audio = x - emphasis * jnp.concatenate((x[:, :1], x[:, :-1]), 1)
            audio = audio * (tau * deviation / rate / jnp.abs(audio).max(1, keepdims=True))
            phase = jnp.cumsum(audio + uniform(-50, 50, batch, 1) * (tau / rate), 1)[:, None]

            delay = jax.random.randint(next(keys), records, 1, 5, jnp.int32)
            echo = jnp.exp(delay.astype(single) / -2)
            amplitude, snr = 10 ** (uniform(-110, -70, *records) / 20), uniform(3, 30, *records)
            alpha = tau / sinusoids * (jnp.arange(sinusoids, dtype=single)[:, None] + uniform(-0.5, 0.5, *waves))
            shifts, starts = tau * doppler / rate * jnp.cos(alpha), uniform(0, tau, *waves)
            normal = jax.random.normal(next(keys), (2, batch, receivers, samples), single)
            re, im = normal * (amplitude * 10 ** (snr / -20) * 0.5**0.5)
            for path, power in enumerate((1 / (1 + echo), echo / (1 + echo))):
                late = jnp.arange(samples, dtype=jnp.int32) - path * delay
                angle = jnp.take_along_axis(phase, jnp.maximum(late, 0), 2)
                gain = jnp.where(late >= 0, amplitude * jnp.sqrt(power / sinusoids), 0)
                c = s = 0
                for k in range(sinusoids):
                    turned = shifts[:, :, path, k] * n + starts[:, :, path, k]
                    c, s = c + jnp.cos(turned), s + jnp.sin(turned)
                a, b = jnp.cos(angle), jnp.sin(angle)
                re, im = re + gain * (a * c - b * s), im + gain * (a * s + b * c)
            return key, (jax.lax.complex(re, im), jnp.concatenate((amplitude, snr), -1))

        state = [jax.random.key(1)]

        def make():
            state[0], arrays = compiled(state[0])
            return arrays

        return make

    return {"PyTorch": torch_maker, "CuPy": cupy_maker, "JAX": jax_maker}


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


def causal(nodes):
    """Linear Gaussian models on Erdős–Rényi graphs of two edges a node, 64 rows and 64 of the twin world of each node, in closed form by total
    effects. float32 [batch][64][n], [batch][n][64][n] twice; int32 [batch][n]; uint8 [batch][n][n]."""
    rows, density = 64, min(0.99, 4 / max(1, nodes - 1))

    def torch_maker(batch):
        import torch

        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        each = torch.arange(nodes, device=device)
        target = each.int().expand(batch, nodes)

        def make():
            order = torch.rand(batch, nodes, device=device)
            before = order[:, :, None] < order[:, None, :]
            adjacency = before & (torch.rand(batch, nodes, nodes, device=device) < density)
            weight = (0.5 + 1.5 * torch.rand(batch, nodes, nodes, device=device)) * adjacency
            weight = torch.where(torch.rand(batch, nodes, nodes, device=device) < 0.5, weight, -weight)
            effect = torch.linalg.inv(torch.eye(nodes, device=device) - weight) * (before | torch.eye(nodes, device=device, dtype=torch.bool))
            base = torch.randn(batch, rows, nodes, device=device) @ effect
            value = (1 + 4 * torch.rand(batch, nodes, device=device)) * (1 - 2 * torch.randint(2, (batch, nodes), device=device))
            move = value[:, :, None] - base.transpose(1, 2)
            delta = move[:, :, :, None] * effect[:, :, None, :]
            return base, base[:, None] + delta, delta, target.contiguous(), adjacency.to(torch.uint8)

        return make

    return {"PyTorch": torch_maker}


def pde(points, frames, steps, step, nu):
    """Burgers' equation from two sines by ETDRK4 in double precision, 2/3 of the modes; float64 [batch][frames][points]."""
    import numpy

    count = (points - 1) // 3 + 1
    k = 2 * numpy.pi * numpy.arange(count)
    z = step * -(nu / numpy.pi) * k * k
    c = z[:, None] + numpy.exp(2j * numpy.pi * (numpy.arange(32) + 0.5) / 32)
    exp = numpy.exp(c)
    e, half, force = numpy.exp(z), numpy.exp(z / 2), -0.5j * k
    q, f1, f2, f3 = (
        step * mean.mean(1).real
        for mean in (
            (numpy.exp(c / 2) - 1) / c,
            (-4 - c + exp * (4 - 3 * c + c**2)) / c**3,
            2 * (2 + c + exp * (c - 2)) / c**3,
            (-4 - 3 * c - c**2 + exp * (4 - c)) / c**3,
        )
    )

    def advance(v, rate, e, half, q, f1, f2, f3):
        nv = rate(v)
        a = half * v + q * nv
        na = rate(a)
        nb = rate(half * v + q * na)
        nc = rate(half * a + q * (2 * nb - nv))
        return e * v + f1 * nv + f2 * (na + nb) + f3 * nc

    def torch_maker(batch):
        import torch

        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        factors = [torch.from_numpy(factor).to(device) for factor in (e, half, q, f1, f2, f3)]
        slope = torch.from_numpy(force).to(device)
        x = 2 * torch.pi * torch.arange(points, device=device, dtype=torch.float64) / points

        def uniform(*shape):
            return torch.rand(*shape, device=device, dtype=torch.float64)

        def rate(of):
            return slope * torch.fft.rfft(torch.fft.irfft(of, points) ** 2)[:, :count]

        def make():
            waves = torch.randint(1, 5, (2, batch, 1), device=device)
            u = torch.empty(batch, frames, points, device=device, dtype=torch.float64)
            v = torch.fft.rfft((uniform(2, batch, 1) * torch.sin(waves * x + 2 * torch.pi * uniform(2, batch, 1))).sum(0))[:, :count]
            for frame in range(frames):
                for _ in range(steps if frame else 0):
                    v = advance(v, rate, *factors)
                u[:, frame] = torch.fft.irfft(v, points)
            return (u,)

        return make

    def cupy_maker(batch):
        import cupy

        factors, slope = [cupy.asarray(factor) for factor in (e, half, q, f1, f2, f3)], cupy.asarray(force)
        x = 2 * cupy.pi * cupy.arange(points) / points

        def rate(of):
            return slope * cupy.fft.rfft(cupy.fft.irfft(of, points) ** 2)[:, :count]

        @cupy.fuse()
        def stage(v, n, half, q):
            return half * v + q * n

        @cupy.fuse()
        def third(a, n, first, half, q):
            return half * a + q * (2 * n - first)

        @cupy.fuse()
        def last(v, nv, na, nb, nc, e, f1, f2, f3):
            return e * v + f1 * nv + f2 * (na + nb) + f3 * nc

        def once(v, e, half, q, f1, f2, f3):
            nv = rate(v)
            a = stage(v, nv, half, q)
            na = rate(a)
            nb = rate(stage(v, na, half, q))
            nc = rate(third(a, nb, nv, half, q))
            return last(v, nv, na, nb, nc, e, f1, f2, f3)

        def make():
            amplitudes, phases = cupy.random.random((2, batch, 1)), 2 * cupy.pi * cupy.random.random((2, batch, 1))
            waves = cupy.random.randint(1, 5, (2, batch, 1))
            u = cupy.empty((batch, frames, points))
            v = cupy.fft.rfft((amplitudes * cupy.sin(waves * x + phases)).sum(0))[:, :count]
            for frame in range(frames):
                for _ in range(steps if frame else 0):
                    v = once(v, *factors)
                u[:, frame] = cupy.fft.irfft(v, points)
            return (u,)

        return make

    def jax_maker(batch):
        import jax

        jax.config.update("jax_enable_x64", True)
        import jax.numpy as jnp

        x = 2 * jnp.pi * jnp.arange(points) / points

        def rate(of):
            return force * jnp.fft.rfft(jnp.fft.irfft(of, points) ** 2)[:, :count]

        @jax.jit
        def compiled(key):
            key, first, second, third = jax.random.split(key, 4)
            shape = (2, batch, 1)
            waves = jax.random.randint(first, shape, 1, 5)
            phases = 2 * jnp.pi * jax.random.uniform(third, shape, jnp.float64)
            u = (jax.random.uniform(second, shape, jnp.float64) * jnp.sin(waves * x + phases)).sum(0)

            def frame(v, _):
                v = jax.lax.fori_loop(0, steps, lambda _, w: advance(w, rate, e, half, q, f1, f2, f3), v)
                return v, jnp.fft.irfft(v, points)

            v = jnp.fft.rfft(u)[:, :count]
            _, later = jax.lax.scan(frame, v, length=frames - 1)
            return key, (jnp.concatenate((jnp.fft.irfft(v, points)[:, None], later.transpose(1, 0, 2)), 1),)

        state = [jax.random.key(1)]

        def make():
            state[0], arrays = compiled(state[0])
            return arrays

        return make

    return {"PyTorch": torch_maker, "CuPy": cupy_maker, "JAX": jax_maker}
