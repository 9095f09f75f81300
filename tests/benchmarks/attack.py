"""Whether good requests are answered while others do harm, all on loopback.

Run it by hand, as `python tests/benchmarks/attack.py`. In each case four connections go on with good conversations,
whose figures are printed, while others do what the line says.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.alexa.conversing import launch
from tests.benchmarks.load_client import Tally, client, load
from tests.benchmarks.load_requests import conversation, signed
from tests.benchmarks.load_service import Service, running
from tests.web.verification.alexa import URL
from tests.web.verification.host import Manners, endless, hanging, serving

GOOD = 4
SLOW_CLIENTS = 300
ATTACKERS = 50
MANY = 200
URLS = 10_000
ENOUGH_SECONDS = 600

Attack = Callable[[Service, float], Awaitable[Tally]]


async def nothing(service: Service, seconds: float) -> Tally:
    """Do no harm."""
    await asyncio.sleep(seconds)
    return Tally()


async def slow_clients(service: Service, seconds: float) -> Tally:
    """Send a good request a byte at a time, on many connections, each made anew when it is cut off."""
    tally, until = Tally(), time.monotonic() + seconds
    request = signed([launch()])[0]
    await asyncio.gather(*(_drip(service, request, tally, until) for _ in range(SLOW_CLIENTS)))
    return tally


async def _drip(service: Service, request: bytes, tally: Tally, until: float) -> None:
    while time.monotonic() < until:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(*service.address)
            tally.statuses["connections"] += 1
            for byte in request:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.5)
                if time.monotonic() >= until:
                    return


def strange_urls(manners: Manners) -> Attack:
    """Name another URL with every request, while the host of certificates has such manners."""

    async def attack(service: Service, seconds: float) -> Tally:
        service.host.manners = manners
        return await _with_urls(service, seconds, _fresh_urls())

    return attack


async def ten_thousand_urls(service: Service, seconds: float) -> Tally:
    """Name so many URLs, each once, at which there is nothing; and then as many others."""
    service.host.manners = serving(b"", "404 Not Found")
    urls = _fresh_urls()
    for round_ in ("first", "second"):
        before = service.kilobytes()
        tally = await _with_urls(service, ENOUGH_SECONDS, islice(urls, URLS))
        print(f"{'':30}memory {(service.kilobytes() - before) / 1024:+.2f} MB after the {round_} {URLS} URLs")
    return tally


def _fresh_urls() -> Iterator[str]:
    return (f"{URL[:-4]}-{number}.pem" for number in count())


async def _with_urls(service: Service, seconds: float, urls: Iterator[str]) -> Tally:
    tally, until = Tally(), time.monotonic() + seconds
    request = signed([launch()])[0]

    async def attacker() -> None:
        for url in urls:
            if time.monotonic() >= until:
                return
            await _once(service, request.replace(URL.encode(), url.encode()), tally)

    began = time.monotonic()
    await asyncio.gather(*(attacker() for _ in range(ATTACKERS)))
    tally.seconds = time.monotonic() - began
    return tally


async def _once(service: Service, request: bytes, tally: Tally) -> None:
    await client(service.address, lambda: [request], tally, time.monotonic() + 0.001)


async def many_at_once(service: Service, seconds: float) -> Tally:
    """Good requests on many connections."""
    requests = signed(conversation())
    return await load(service.address, lambda: requests, MANY, seconds)


async def large_bodies(service: Service, seconds: float) -> Tally:
    """Bodies of a megabyte."""
    head = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
    requests = [head + b" " * 1_000_000]
    return await load(service.address, lambda: requests, ATTACKERS, seconds)


ATTACKS: dict[str, Attack] = {
    "nothing else": nothing,
    f"{SLOW_CLIENTS} slow clients": slow_clients,
    "host of certificates hangs": strange_urls(hanging),
    "host's files never end": strange_urls(endless),
    "ten thousand URLs": ten_thousand_urls,
    f"{MANY} connections": many_at_once,
    "bodies of a megabyte": large_bodies,
}


async def _meanwhile(service: Service, attack: Attack, seconds: float) -> tuple[Tally, Tally]:
    requests = signed(conversation())
    good = Tally()
    until = time.monotonic() + seconds
    clients = [client(service.address, lambda: requests, good, until, 0.02) for _ in range(GOOD)]
    began = time.monotonic()
    harm, *_ = await asyncio.gather(attack(service, seconds), *clients)
    good.seconds = min(seconds, time.monotonic() - began)
    return good, harm


def main() -> None:
    """Print two lines for each attack: what good requests met with, and what the others did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15, help="how long each takes (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes (default: %(default)s)")
    arguments = parser.parse_args()
    for name, attack in ATTACKS.items():
        with running("guide", arguments.workers) as service:
            kept = signed([launch()])
            asyncio.run(load(service.address, lambda sent=kept: sent, 1, 0.5))
            good, harm = asyncio.run(_meanwhile(service, attack, arguments.seconds))
            print(f"{name:30}good   {good}", flush=True)
            print(f"{'':30}others {harm}", flush=True)


if __name__ == "__main__":
    main()
