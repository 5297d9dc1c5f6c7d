# SPDX-License-Identifier: Apache-2.0
"""Millrace as an entrant: every round is one run of its own `bench` command, which warms up and measures by itself."""

import json
import subprocess
from pathlib import Path

from harness import Row, limit_cpus

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 600  # seconds


class Millrace:
    """One row per backend that the command reports."""

    def __init__(self, workload, path, size, batch, threads):
        self.workload, self.size, self.batch, self.threads = workload, size, batch, threads
        self.command = [
            str(Path(path).resolve()), "bench", workload.name,
            *(word for key, value in workload.millrace(size).items() for word in (f"--{key}", str(value))),
            *(word for key, value in workload.settings(size).items() for word in ("--set", f"{key}={value}")),
            "--workers", str(threads), "--batch", str(batch), "--json",
        ]  # fmt: skip
        self.backends = {}
        self.trouble = None if Path(path).is_file() else Row("Millrace", threads, skipped=f"there is no {path}")

    @property
    def rows(self):
        return [self.trouble] if self.trouble else list(self.backends.values())

    def round(self, seconds):
        if self.trouble:
            return
        try:
            done = subprocess.run(
                self.command, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT, preexec_fn=limit_cpus(self.threads)
            )
            if done.returncode:
                raise ValueError(f"exit code {done.returncode}: {' '.join(done.stderr.split())[-200:]}")
            for backend, result in self.results(done.stdout).items():
                self.add(backend, result)
        except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
            self.trouble = Row("Millrace", self.threads, failed=f"{type(failure).__name__}: {failure}")

    def results(self, text):
        """This configuration's JSON object of each backend; a line may be anything else."""
        wanted = {"workload": self.workload.name, "workers": self.threads, "batch": self.batch}
        wanted |= self.workload.millrace(self.size)
        settings = self.workload.settings(self.size)
        found = {}
        for line in text.splitlines():
            try:
                value = json.loads(line)
            except ValueError:
                continue
            if not isinstance(value, dict) or not wanted.items() <= value.items():
                continue
            if settings.items() <= value.get("settings", {}).items():
                found[value["backend"]] = value
        if not found:
            raise ValueError(f"no result for {wanted | settings}")
        return found

    def add(self, backend, result):
        rate = float(result["instances_per_second"]) * self.workload.per_instance(self.size)
        each, expected = result["bytes_per_second"] / rate, self.workload.item_bytes(self.size)
        # Another number of bytes is another job, and a ratio to it would mean nothing.
        if abs(each / expected - 1) > 0.01:
            raise ValueError(f"{each:.0f} bytes for each of the {self.workload.items}, not {expected}")
        self.backends.setdefault(backend, Row(f"Millrace, {backend}", self.threads, millrace=True)).rates.append(rate)

    def close(self):
        pass
