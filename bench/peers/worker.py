# SPDX-License-Identifier: Apache-2.0
"""One peer in a process of its own: `worker.py WORKLOAD PEER SIZE BATCH THREADS`.

Says once whether it is ready, then answers every line on stdin, a number of seconds, with the rate it had for so long.
"""

import importlib
import json
import os
import sys
from importlib.util import find_spec
from time import perf_counter


def run(generate, seconds, count):
    """Batches made and seconds taken, in calls of `count` batches."""
    done, start = 0, perf_counter()
    while (elapsed := perf_counter() - start) < seconds:
        generate(count)
        done += count
    return done, elapsed


def main(workload, peer, size, batch, threads):
    # A library that prints must not do so into the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def answer(**message):
        print(json.dumps(message), file=answers, flush=True)

    module = importlib.import_module(f"peers.{workload}.{peer}")
    about = importlib.import_module(workload).workload
    size, batch, threads = about.parse(size), int(batch), int(threads)
    reason = module.available() or (module.refuses(size) if hasattr(module, "refuses") else None)
    if not reason and not find_spec("numpy"):
        reason = "numpy, which the checks need, is not installed"
    if reason:
        return answer(name=module.name, skipped=reason)

    import numpy as np

    check = about.check

    def batches(*counts):
        return [[np.array(array) for array in generate(count)] for count in counts]

    try:
        generate = module.make(size, batch, threads)
        # One at a time and many at once: threads must not repeat each other's.
        seen = batches(1, 1, threads, 4 * threads)
        check(seen, size, batch)
        answer(name=module.name)
        count = threads
        for line in sys.stdin:
            seconds = float(line)
            done, elapsed = run(generate, seconds, count)
            # Long calls, that starting and joining threads cost nothing; short enough to end in time.
            count = max(threads, int(done / elapsed * seconds / 8))
            last = batches(1)
            check(seen[-1:] + last, size, batch)
            seen = last
            answer(rate=done * batch * about.per_instance(size) / elapsed)
    except Exception as failure:
        answer(name=module.name, failed=f"{type(failure).__name__}: {failure}")


if __name__ == "__main__":
    main(*sys.argv[1:])
