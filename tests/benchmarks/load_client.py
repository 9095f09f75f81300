"""Clients that send ready-made requests over connections of their own, and time the answers."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle


@dataclass
class Tally:
    """How requests were answered, and how soon, in milliseconds."""

    statuses: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    seconds: float = 0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def __str__(self) -> str:
        if len(self.times) < 2:
            return f"{dict(self.statuses)}"
        cuts = statistics.quantiles(self.times, n=100)
        return f"{self.rate:7.0f}/s   p50 {cuts[49]:7.2f} ms   p99 {cuts[98]:7.2f} ms   {dict(self.statuses)}"


async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> str:
    """Send a request and return its answer's status."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    await reader.readexactly(length)
    return head.split(b" ", 2)[1].decode()


async def client(
    address: tuple[str, int], requests: Callable[[], list[bytes]], tally: Tally, until: float, pause: float = 0
) -> None:
    """Send the requests one after the other, over and over; a connection that breaks is counted and made anew."""
    while time.monotonic() < until:
        try:
            reader, writer = await asyncio.open_connection(*address)
            for number in cycle(range(len(requests()))):
                began = time.perf_counter()
                status = await asyncio.wait_for(exchange(reader, writer, requests()[number]), 30)
                tally.times.append(1000 * (time.perf_counter() - began))
                tally.statuses[status] += 1
                if time.monotonic() >= until:
                    break
                if pause:
                    await asyncio.sleep(pause)
            writer.close()
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            tally.statuses[type(error).__name__] += 1


async def load(
    address: tuple[str, int], requests: Callable[[], list[bytes]], connections: int, seconds: float, pause: float = 0
) -> Tally:
    """Keep so many connections busy for so long."""
    tally, began = Tally(), time.monotonic()
    until = began + seconds
    await asyncio.gather(*(client(address, requests, tally, until, pause) for _ in range(connections)))
    tally.seconds = time.monotonic() - began
    return tally
