"""Ten minutes of steady work, and what the memory does meanwhile.

Run it by hand, as `make soak` or `python tests/benchmarks/soak.py --seconds 600`. Conversations go on at a steady rate;
one request in eight is forged and refused.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.alexa.conversing import Json
from tests.benchmarks.load_client import Tally, load
from tests.benchmarks.load_requests import conversation, signed
from tests.benchmarks.load_service import Service, running

CONNECTIONS = 8
PAUSE = 0.05  # seconds between an answer and the next request
STAMP_SECONDS = 60  # Alexa's requests are refused 150 seconds after they were made
FORGED_EVERY = 8


class Requests:
    """The requests to send now: made anew before they are too old."""

    def __init__(self, envelopes: list[Json]) -> None:
        self._envelopes = envelopes
        self._made = 0.0
        self._requests: list[bytes] = []

    def __call__(self) -> list[bytes]:
        if time.monotonic() - self._made > STAMP_SECONDS or not self._requests:
            good = signed(self._envelopes)
            self._requests = [each[:-1] + b" " if n % FORGED_EVERY == 0 else each for n, each in enumerate(good)]
            self._made = time.monotonic()
        return self._requests


async def watch(service: Service, seconds: float, every: float) -> list[int]:
    """Print the memory now and then, and return it in kB."""
    began, found = time.monotonic(), []
    while time.monotonic() - began < seconds:
        await asyncio.sleep(every)
        found.append(service.kilobytes())
        print(f"{time.monotonic() - began:6.0f} s   {found[-1] / 1024:7.2f} MB", flush=True)
    return found


async def soak(service: Service, seconds: float) -> tuple[Tally, list[int]]:
    """Work and watch."""
    requests = Requests(conversation())
    working = load(service.address, requests, CONNECTIONS, seconds, PAUSE)
    tally, memory = await asyncio.gather(working, watch(service, seconds, seconds / 20))
    return tally, memory


def main() -> None:
    """Print the memory as it goes, and what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600, help="how long (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes (default: %(default)s)")
    arguments = parser.parse_args()
    with running("guide", arguments.workers) as service:
        tally, memory = asyncio.run(soak(service, arguments.seconds))
    print(tally)
    fifth = len(memory) // 5
    print(f"from the first fifth to the last: {(memory[-1] - memory[fifth]) / 1024:+.2f} MB")


if __name__ == "__main__":
    main()
