"""Throw very many requests at the skill, and tell what came of it.

Run it as `make fuzz`, or `python tests/fuzz/run.py --count 100000`. What is sent is left to chance, or with `--guided`,
which needs atheris, steered by which code it reaches. The first request that does what must not be ends the run with
its number or its bytes, by which it can be had again.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

SECONDS_EACH = 5  # longer is a hang


class Steered(Random):
    """Chance that is read from a fuzzer's bytes."""

    def __new__(cls, provider: Any) -> Steered:
        return super().__new__(cls)

    def __init__(self, provider: Any) -> None:
        super().__init__(0)
        self._provider = provider

    def random(self) -> float:
        return float(self.getrandbits(32)) / 2**32

    def getrandbits(self, k: int) -> int:
        return int(self._provider.ConsumeIntInRange(0, 2 ** min(k, 32) - 1))


class Meter:
    """Counts, and watches time and memory."""

    def __init__(self, count: int) -> None:
        self._count, self.done, self._began = count, 0, time.monotonic()
        self._slowest = 0.0
        self._settled: int | None = None
        signal.signal(signal.SIGALRM, _hang)

    def run(self, target: Any, by: Random) -> None:
        began = time.monotonic()
        signal.alarm(SECONDS_EACH)
        target(by)
        signal.alarm(0)
        self._slowest = max(self._slowest, time.monotonic() - began)
        self.done += 1
        if self.done == self._count // 5:
            self._settled = kilobytes()
        if self.done % max(1, self._count // 10) == 0:
            print(self, flush=True)

    def __str__(self) -> str:
        seconds = time.monotonic() - self._began
        grown = "" if self._settled is None else f", {kilobytes() - self._settled:+d} kB since the first fifth"
        return (
            f"{self.done} requests in {seconds:.0f} s, slowest {1000 * self._slowest:.0f} ms, "
            f"memory {kilobytes() // 1024} MB{grown}"
        )


def kilobytes() -> int:
    """The memory that is held now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


def _hang(number: int, frame: FrameType | None) -> None:
    raise AssertionError(f"no answer in {SECONDS_EACH} s")


def by_chance(count: int, seed: int) -> None:
    from tests.fuzz.target import Target

    target, meter = Target(), Meter(count)
    for number in range(seed, seed + count):
        try:
            meter.run(target, Random(number))
        except BaseException:
            print(f"request {number} (have it again with --count 1 --seed {number})", file=sys.stderr)
            raise
    _report(target.faults)


def _report(faults: Counter[str]) -> None:
    print("Nothing stopped it, and nothing got into the log.")
    for places, number in faults.most_common():
        print(f"{number} times there was an apology for a fault of ours: {places}")
    print(f"Faults in all: {sum(faults.values())}", flush=True)


def guided(count: int, seed: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["skill", "ask_sdk_core", "flask_ask_sdk"]):
        from tests.fuzz.target import Target

    target, meter = Target(), Meter(count)

    def one(content: bytes) -> None:
        meter.run(target, Steered(atheris.FuzzedDataProvider(content)))
        if meter.done == count:
            _report(target.faults)

    atheris.Setup([sys.argv[0], f"-runs={count}", f"-seed={seed + 1}", "-max_len=512", "-len_control=0"], one)
    atheris.Fuzz()


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="how many requests (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins (default: %(default)s)")
    parser.add_argument("--guided", action="store_true", help="steered by the code that is reached; needs atheris")
    arguments = parser.parse_args()
    (guided if arguments.guided else by_chance)(arguments.count, arguments.seed)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
