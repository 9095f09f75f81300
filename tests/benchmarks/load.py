"""Requests a second and how soon they are answered, beside the SDK's smallest skill on the same server.

Run it by hand, as `make bench-parts` or `python tests/benchmarks/load.py`: times are no test, since they depend on the
machine. Every request is signed and verified. The guide's are the turns of a whole conversation; the other skill's are
launches.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.alexa.conversing import launch
from tests.benchmarks.load_client import load
from tests.benchmarks.load_requests import conversation, signed
from tests.benchmarks.load_service import running

CONNECTIONS = (1, 8, 32)
WARMING_SECONDS = 1


def measure(skill: str, workers: int, seconds: float) -> None:
    """Print a line for each number of connections."""
    envelopes = conversation() if skill == "guide" else [launch()]
    with running(skill, workers) as service:
        for connections in CONNECTIONS:
            requests = signed(envelopes)
            asyncio.run(load(service.address, lambda sent=requests: sent, connections, WARMING_SECONDS))
            before = service.cpu_seconds()
            tally = asyncio.run(load(service.address, lambda sent=requests: sent, connections, seconds))
            each = 1000 * (service.cpu_seconds() - before) / len(tally.times)
            print(f"{skill:6}{workers:9}{connections:13}{each:10.2f} ms  {tally}", flush=True)


def main() -> None:
    """Print the figures of both skills."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="how long each line takes (default: %(default)s)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes (default: 1 and 2)")
    arguments = parser.parse_args()
    print(f"{len(conversation())} turns of a conversation; the clients share the machine's processors")
    print(f"{'skill':6}{'workers':>9}{'connections':>13}{'processor':>13}")
    for workers in arguments.workers:
        for skill in ("hello", "guide"):
            measure(skill, workers, arguments.seconds)


if __name__ == "__main__":
    main()
