# SPDX-License-Identifier: Apache-2.0
"""Measures the peers of a workload and Millrace side by side. A workload is one file that calls main()."""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
PAUSE = 0.3  # seconds between turns: a thread pool that spins before it sleeps would slow the next entrant


@dataclass(frozen=True)
class Workload:
    name: str  # this workload's module, the folder of its peers, and Millrace's subcommand
    size: str  # what its size is called, in the options and in Millrace's results
    sizes: tuple
    batch: int  # instances
    items: str  # what rates count
    peers: tuple[str, ...]  # modules; "module:1" measures it with one thread
    item_bytes: Callable[[int], int]
    check: Callable[[list, int, int], None]  # of batches, size, instances per batch; raises if they are not plausible
    parse: Callable = int  # a size from text
    per_instance: Callable[[int], int] = lambda size: 1  # items in one instance
    options: Callable | None = None  # a size as Millrace's options, which its results repeat; {size: …} where there is none
    settings: Callable = lambda size: {}  # of Millrace beyond these options, which its results repeat among their settings
    threads: int = 2  # where the options do not say
    entrant: Callable | None = None  # in place of millrace.Millrace, with its arguments

    def millrace(self, size):
        return self.options(size) if self.options else {self.size: size}


@dataclass
class Row:
    name: str
    threads: int
    rates: list[float] = field(default_factory=list)  # items per second, a round each
    skipped: str | None = None
    failed: str | None = None
    millrace: bool = False


def limit_cpus(threads):
    """For preexec_fn: as many CPUs as threads, since not every library can be told how many to start."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    cpus = sorted(os.sched_getaffinity(0))[:threads]
    return lambda: os.sched_setaffinity(0, cpus)


class Peer:
    """A worker process that waits between its turns."""

    def __init__(self, workload, module, size, batch, threads):
        module, _, own = module.partition(":")
        threads = int(own or threads)
        pools = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "worker.py"), workload.name, module, str(size), str(batch), str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | dict.fromkeys(pools, str(threads)),
            preexec_fn=limit_cpus(threads),
        )
        self.row = Row(module, threads)
        self.rows = [self.row]
        self.hear()

    def hear(self):
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"failed": f"the process ended with {self.process.wait()}"}
        self.row.name = answer.get("name", self.row.name)
        self.row.skipped = answer.get("skipped")
        self.row.failed = answer.get("failed")
        return answer

    def round(self, seconds, keep=True):
        if self.row.skipped or self.row.failed:
            return
        print(seconds, file=self.process.stdin, flush=True)
        answer = self.hear()
        if keep and "rate" in answer:
            self.row.rates.append(answer["rate"])
        time.sleep(PAUSE)

    def close(self):
        self.process.kill()
        self.process.communicate()


def measure(workload, size, options):
    """The rows of one size. Turns go round (A B C, A B C), so that a slow minute of the machine hits all alike."""
    from millrace import Millrace

    entrants = []
    try:
        for module in options.peers:
            say(f"{workload.size} {size}: starting {module}")
            peer = Peer(workload, module, size, options.batch, options.threads)
            entrants.append(peer)
            peer.round(options.warmup, keep=False)
        entrants.append((workload.entrant or Millrace)(workload, options.millrace, size, options.batch, options.threads))
        for number in range(options.rounds):
            say(f"{workload.size} {size}: round {number + 1} of {options.rounds}")
            for entrant in entrants:
                entrant.round(options.seconds)
    finally:
        for entrant in entrants:
            entrant.close()
    return [row for entrant in entrants for row in entrant.rows]


def summarise(workload, size, rows):
    """One dictionary per row. The ratios are the fastest Millrace row's to this one: the median of the rounds' own ratios,
    and best round to best round, which other work on the machine disturbs least."""
    millrace = max((row for row in rows if row.millrace), key=lambda row: median(row.rates), default=None)
    for row in rows:
        result = {workload.size: size, "name": row.name, "threads": row.threads}
        if row.skipped or row.failed:
            yield result | ({"failed": row.failed} if row.failed else {"skipped": row.skipped})
            continue
        rate = median(row.rates)
        result[f"{workload.items}_per_second"] = rate
        result["bytes_per_second"] = rate * workload.item_bytes(size)
        result["spread"] = (max(row.rates) - min(row.rates)) / rate
        result["ratio"] = median(a / b for a, b in zip(millrace.rates, row.rates)) if millrace else None
        result["ratio_of_bests"] = max(millrace.rates) / max(row.rates) if millrace else None
        result["rates"] = row.rates
        yield result


def table(workload, results):
    size = results[0][workload.size]
    yield f"\n{size} {workload.size}"
    yield f"{'':24}{'threads':>8}{workload.items + '/s':>15}{'GB/s':>8}{'spread':>8}{'Millrace is':>13}{'at best':>10}"
    for r in results:
        start = f"{r['name']:24}{r['threads']:8}"
        trouble = "failed: " + r["failed"] if "failed" in r else "skipped: " + r["skipped"] if "skipped" in r else None
        if trouble:
            yield f"{start}  {trouble}"
            continue
        ratio, best = (f"{r[key]:.2f} ×" if r[key] else "–" for key in ("ratio", "ratio_of_bests"))
        rate, gigabytes = r[f"{workload.items}_per_second"], r["bytes_per_second"] / 1e9
        yield f"{start}{rate:15,.0f}{gigabytes:8.2f}{r['spread']:8.0%}{ratio:>13}{best:>10}"


def versions():
    """Of what requirements.txt names, as far as it is installed."""
    found = {"python": platform.python_version()}
    for library in (HERE / "requirements.txt").read_text().split():
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            pass
    return found


def say(text):
    print(text, file=sys.stderr, flush=True)


def main(workload):
    def sizes(text):
        return [workload.parse(part) for part in text.split(",")]

    parser = argparse.ArgumentParser(description=f"Millrace's {workload.name} workload and its peers, side by side.")
    parser.add_argument(f"--{workload.size}", dest="sizes", type=sizes, default=list(workload.sizes), metavar="N,…")
    parser.add_argument("--batch", type=int, default=workload.batch, help="%(default)s")
    parser.add_argument("--threads", type=int, default=workload.threads, help="%(default)s")
    parser.add_argument("--rounds", type=int, default=5, help="timed rounds: %(default)s")
    parser.add_argument("--seconds", type=float, default=1.0, help="a round's least time: %(default)s")
    parser.add_argument("--warmup", type=float, default=2.0, help="seconds of untimed work before: %(default)s")
    parser.add_argument("--peers", type=lambda text: text.split(","), default=list(workload.peers), metavar="NAME,…",
                        help=",".join(workload.peers))  # fmt: skip
    parser.add_argument("--millrace", default=HERE.parents[1] / "millrace", metavar="PATH", help="the command to compare")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout in place of the tables")
    options = parser.parse_args()

    load = os.getloadavg()[0]
    if load > 0.5:
        say(f"the machine is busy (load {load:.1f}): the figures will be low, and lowest where threads wait for each other")
    results = []
    for size in options.sizes:
        results.append(list(summarise(workload, size, measure(workload, size, options))))
        if not options.json:
            print("\n".join(table(workload, results[-1])), flush=True)
    flat = [result for group in results for result in group]
    if options.json:
        print(json.dumps({
            "workload": workload.name, "batch": options.batch, "threads": options.threads, "rounds": options.rounds,
            "seconds": options.seconds, "machine": platform.machine(), "cpus": os.cpu_count(), "load": load,
            "versions": versions(), "results": flat,
        }, indent=2))  # fmt: skip
    sys.exit(any("failed" in result for result in flat))
