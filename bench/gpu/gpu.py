#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the backend `opencl` on a GPU, beside PyTorch, CuPy and JAX on the same GPU, and checks the digests there.

Prints Markdown for docs/performance.md. See README.md."""

import argparse
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import peers

ROOT = Path(__file__).resolve().parents[2]
MIB = 1 << 20
SAMPLES = 200_000  # of a record
TRAJECTORIES = 1024  # in a batch where Millrace has none to follow
TRANSMISSIONS = 36  # in a batch where Millrace has none to follow: 252 records


class Millrace:
    def __init__(self, command, device):
        self.command, self.backend = command, f"opencl:{device}"

    def run(self, *words, **keywords):
        return subprocess.run(
            [*self.command, *words], capture_output=True, text=True, check=True, timeout=600, **keywords
        ).stdout

    def device(self):
        """The line of `info` for the device chosen, and its driver."""
        lines = [line.strip() for line in self.run("info").splitlines() if re.match(r"    \d+: ", line)]
        return lines or ["no device"]

    def bench(self, workload, *words, seconds):
        out = self.run("bench", workload, *words, "--backend", self.backend, "--seconds", str(seconds), "--json")
        return [json.loads(line) for line in out.splitlines() if line.startswith("{")]

    def digest(self, workload, seed, first, count, settings):
        """SHA-256 over the payloads of all fields in the schema's order, as core's digests have it."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "made"
            words = [word for setting in settings for word in ("--set", setting)]
            self.run(
                "generate", workload, "--count", str(count), "--first", str(first), "--seed", str(seed), *words,
                "--backend", self.backend, "--out", str(out), "--quiet",
            )  # fmt: skip
            sha = hashlib.sha256()
            for field in json.loads((out / "plan.json").read_text())["fields"]:
                for shard in sorted(path for path in out.iterdir() if path.name.isdigit()):
                    sha.update((shard / f"{field['name']}.npy").read_bytes()[4096:])
            return sha.hexdigest()


def digests(millrace, most):
    """How many of the pinned lines the device reproduces, those that it does not, and workloads that it has no kernels for."""
    right, wrong, missing = 0, [], []
    for file in sorted((ROOT / "core/src/test/resources/digests").glob("*.txt")):
        lines = [line for line in file.read_text().splitlines() if line and not line.startswith("#")]
        for line in lines[:most]:
            digest, seed, first, count, settings = line.split(" ", 4)
            try:
                same = millrace.digest(file.stem, seed, first, count, settings.split()) == digest
            except subprocess.CalledProcessError as failure:
                same, reason = False, failure.stderr.strip().splitlines()[-1]
                if "has no kernels for" in reason:
                    missing.append(file.stem)
                    break
                settings += f" ({reason})"
            if same:
                right += 1
            else:
                wrong.append(f"{file.stem}: {settings}")
    return right, wrong, missing


def copies():
    """Bytes per second: device to device counting what is read and written, and to pinned memory of the host."""
    try:
        import torch
    except ImportError:
        return None, None
    if not torch.cuda.is_available():
        return None, None

    def best(work, moved):
        rates = []
        for _ in range(10):
            start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            start.record()
            work()
            end.record()
            torch.cuda.synchronize()
            rates.append(moved / (start.elapsed_time(end) / 1e3))
        return max(rates)

    one = torch.ones(1024 * MIB, dtype=torch.uint8, device="cuda")
    two = torch.empty_like(one)
    host = torch.empty(256 * MIB, dtype=torch.uint8, pin_memory=True)
    return (
        best(lambda: two.copy_(one), 2 * one.numel()),
        best(lambda: host.copy_(one[: host.numel()], non_blocking=True), host.numel()),
    )


def share(rate, whole):
    return f"{100 * rate / whole:.0f} %" if whole else "–"


def times(rate, other):
    return f"{rate / other:.1f} ×" if rate else "–"


def measure(title, results, makers, batch, seconds, copy, bus):
    """One table: Millrace by workers, then the peers."""
    print(f"\n**{title}**\n")
    print("| | workers | to the host, instances/s | on the device, instances/s | kernels, of the copy | transfers, of the bus | both at once |")
    print("|---|---|---|---|---|---|---|")
    best_host, best_device = 0.0, 0.0
    for result in results:
        each = result["bytes_per_second"] / result["instances_per_second"]
        kernels, transfers = result["kernel_seconds"], result["transfer_seconds"]
        on_device = result["instances"] / kernels if kernels else 0
        best_host, best_device = max(best_host, result["instances_per_second"]), max(best_device, on_device)
        print(
            f"| **Millrace, opencl** | {result['workers']} | {result['instances_per_second']:,.0f} | {on_device:,.0f} "
            f"| {share(on_device * each, copy)} | {share(result['instances'] * each / transfers, bus) if transfers else '–'} "
            f"| {100 * result['overlap_seconds'] / result['seconds']:.0f} % of the time |"
        )
    for name, maker in makers.items():
        try:
            host = peers.rate(maker, batch, seconds, True)
            device = peers.rate(maker, batch, seconds, False)
            print(f"| {name} | | {host:,.0f} ({times(best_host, host)}) | {device:,.0f} ({times(best_device, device)}) | | | |")
        except Exception as failure:  # a peer that is absent or broken is a row that says so
            print(f"| {name} | | – | – | | | {type(failure).__name__}: {str(failure).splitlines()[0][:80]} |")
    sys.stdout.flush()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--millrace", default=str(ROOT / "millrace"), help="the command; one that bench/gpu/pack made does")
    options.add_argument("--device", default="best", help="as in --backend opencl:DEVICE")
    options.add_argument("--seconds", type=float, default=2, help="for each figure")
    options.add_argument("--workers", default="1,2,3", help="workers of Millrace")
    options.add_argument("--digests", type=int, default=1000, help="lines of each file to check, 0 for none")
    options.add_argument("--peers", default="PyTorch,CuPy,JAX", help="those to measure")
    options = options.parse_args()
    os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")

    millrace = Millrace([options.millrace], options.device)
    print(f"{datetime.date.today()}, devices:\n")
    for line in millrace.device():
        print(f"- {line}")
    failed = False
    if options.digests:
        right, wrong, missing = digests(millrace, options.digests)
        failed = bool(wrong)
        print(f"\nPinned digests on the device: {right} right, {len(wrong)} wrong.")
        for line in wrong:
            print(f"- wrong: {line}")
        if missing:
            print(f"- no kernels for {', '.join(missing)}")
    copy, bus = copies()
    if copy:
        print(f"\nCopies: {copy / 1e9:,.0f} GB/s on the device (read and written), {bus / 1e9:,.1f} GB/s to pinned memory.")

    def chosen(makers):
        return {name: maker for name, maker in makers.items() if name in options.peers.split(",")}

    workers = ("--workers", options.workers)
    for customers, capacity in ((10, 20), (100, 50)):
        results = millrace.bench("routing", "--customers", str(customers), *workers, seconds=options.seconds)
        makers = chosen(peers.routing(customers + 1, capacity))
        measure(f"Routing, {customers} customers", results, makers, results[0]["batch"], options.seconds, copy, bus)
    for model, kind in (("IMRPhenomD", "c8"), ("IMRPhenomD", "c16"), ("TaylorF2", "c8"), ("TaylorF2", "c16")):
        results = millrace.bench("waveform", "--approximant", model, "--dtype", kind, *workers, seconds=options.seconds)
        makers = chosen(peers.waveform(kind == "c16")) if model == "TaylorF2" else {}
        measure(f"{model}, {kind}, 8,193 bins", results, makers, results[0]["batch"], options.seconds, copy, bus)
    try:
        results = millrace.bench("radio", "--samples", str(SAMPLES), *workers, seconds=options.seconds)
    except subprocess.CalledProcessError as failure:
        print(f"\nThis device makes no radio: {' '.join(failure.stderr.split())[-200:]}")
        results = []
    batch = results[0]["batch"] if results else TRANSMISSIONS
    makers = chosen(peers.radio(SAMPLES))
    measure(f"Radio, 7 records of {SAMPLES:,} samples", results, makers, batch, options.seconds, copy, bus)
    for nodes, mechanism in ((10, "linear"), (20, "linear"), (50, "linear"), (20, "rff-gp")):
        setting = ("--set", f"mechanism={mechanism}")
        results = millrace.bench("causal", "--nodes", str(nodes), *setting, *workers, seconds=options.seconds)
        makers = chosen(peers.causal(nodes)) if mechanism == "linear" else {}
        title = f"Causal models, {mechanism}, {nodes} nodes, 64 rows of each world"
        measure(title, results, makers, results[0]["batch"], options.seconds, copy, bus)
    points, frames, steps, step, nu = 1024, 21, 10, 1e-3, 0.01
    job = {
        "points": points, "frames": frames, "t-end": step * steps * (frames - 1), "steps": steps, "scheme": "spectral", "nu": nu,
        "certify": 0, "dtype": "f8",
    }  # fmt: skip
    words = [word for key, value in job.items() for word in ("--set", f"{key}={value}")]
    try:
        results = millrace.bench("pde", "--equation", "burgers", *words, *workers, seconds=options.seconds)
    except subprocess.CalledProcessError as failure:
        print(f"\nThis device makes no trajectories: {' '.join(failure.stderr.split())[-200:]}")
        results = []
    batch = results[0]["batch"] if results else TRAJECTORIES
    makers = chosen(peers.pde(points, frames, steps, step, nu))
    title = f"Burgers' equation, {points:,} points, {steps * (frames - 1)} steps, {frames} frames"
    measure(title, results, makers, batch, options.seconds, copy, bus)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
