"""One table: this skill beside the SDK's own hello world, and beside itself with more knowledge.

Run it as `make bench`, or `python tests/benchmarks/beside.py`. Both skills run as they are deployed, from their
unpacked packages, and take turns, so that whatever else the machine does falls on both; milliseconds are of processor
time, on Linux. `--record` keeps the run in `record.json`, which the README's table and what it costs are printed from,
by `--recorded` and `cost.py`.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from os import cpu_count
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks import growth
from tests.benchmarks.figures import (
    ANY_TURN,
    COLD,
    MEMORY,
    RESPONSE,
    SCREEN,
    SLOWEST,
    TURN,
    VOICE,
    Figure,
    compared,
    reasons,
    table,
)
from tests.benchmarks.packages import Package, unpacked
from tests.benchmarks.record import RECORD, Answers, Record
from tests.benchmarks.talking import NAMED, Spoken, conversations

WIDTH = 110
ANSWERING = str(Path(__file__).with_name("answering.py"))
DEVICES: dict[str, set[str]] = {VOICE: set(), SCREEN: {"screen"}}


def starts(packages: Sequence[Package], request: dict[str, Any], number: int) -> Iterator[Figure]:
    """Fresh processes, by turns, up to their first answer."""
    said = json.dumps(request)
    taken: list[list[tuple[float, float]]] = [[], []]
    for _ in range(number):
        for package, each in zip(packages, taken, strict=True):
            milliseconds, megabytes = map(float, package.python(ANSWERING, "cold", package.module, said=said).split())
            each.append((milliseconds, megabytes))
    for column, (what, unit) in enumerate(((COLD, "ms"), (MEMORY, "MB"))):
        ours, other = ([each[column] for each in times] for times in taken)
        yield compared(what, unit, ours, other)


def sizes(packages: Sequence[Package]) -> Iterator[Figure]:
    """What is uploaded, and what that is unpacked."""
    zipped = [[len(each.content) / 1e6] for each in packages]
    yield compared("package, as uploaded", "MB", *zipped)
    yield compared("package, unpacked", "MB", *([each.unpacked_bytes / 1e6] for each in packages))


def answered(packages: Sequence[Package], spoken: Sequence[Spoken], rounds: int) -> Answers:
    """Each turn of the conversations beside a launch of hello world on the same device, in one process."""
    guide, other = packages
    pairs = [[each.request, spoken[0].request] for each in spoken]
    said = json.dumps({"requests": pairs, "rounds": rounds})
    return Answers(**json.loads(guide.python(ANSWERING, "turns", guide.module, other.module, said=said)))


def turns(spoken: Sequence[Spoken], answers: Answers, device: str) -> Iterator[Figure]:
    """The named turns one by one, and all of them together."""
    by_name = {each.name: taken for each, taken in zip(spoken, answers.times, strict=True) if each.name}
    for name in NAMED:
        yield compared(f"{TURN}{name}{device}", "ms", *by_name[name])
    if device == VOICE:
        ours, other = ([*chain.from_iterable(taken[side] for taken in answers.times)] for side in (0, 1))
        yield compared(ANY_TURN, "ms", ours, other)
        mine, its = (quantiles(each, n=100)[94] for each in (ours, other))
        yield Figure(SLOWEST, "ms", mine, its, mine / its, mine / its, mine / its, 1)
    yield compared(f"{RESPONSE}{device}", "bytes", *map(list, zip(*answers.bytes, strict=True)))


def measured(number: int, rounds: int, people: int) -> Record:
    """Everything, which takes a minute or two."""
    figures: list[Figure] = []
    answers: dict[str, Answers] = {}
    with unpacked() as packages:
        spoken = {device: conversations(options) for device, options in DEVICES.items()}
        figures += [*starts(packages, spoken[VOICE][0].request, number), *sizes(packages)]
        for device, each in spoken.items():
            answers[device] = answered(packages, each, rounds)
            figures += turns(each, answers[device], device)
    grown = tuple(growth.measured(people))
    return Record(_machine(), f"{datetime.now(UTC):%Y-%m-%d}", tuple(figures), grown, answers[VOICE].summary())


def printed(record: Record) -> Iterator[str]:
    """The table, and why figures are short of their aims."""
    yield f"{record.date}, {record.machine}"
    yield ""
    yield from table(record.beside, "hello world")
    yield ""
    yield from table(record.grown, "as it is")
    yield ""
    for reason in reasons(record.beside):
        yield from textwrap.wrap(reason, WIDTH)


def _machine() -> str:
    cpu = re.search(r"(?m)^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    name = cpu[1] if cpu else platform.machine()
    return f"{name}, {cpu_count()} cores, Python {platform.python_version()}"


def main() -> None:
    """Measure and print, or print what was recorded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=20, help="cold starts of each (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=100, help="rounds of all turns (default: %(default)s)")
    parser.add_argument("--people", type=int, default=30, help="people asked as knowledge grows (default: %(default)s)")
    parser.add_argument("--record", action="store_true", help="keep the run")
    parser.add_argument("--recorded", action="store_true", help="print the run that was kept, and measure nothing")
    arguments = parser.parse_args()
    if arguments.recorded:
        record = Record.read(RECORD)
    else:
        record = measured(arguments.starts, arguments.rounds, arguments.people)
    print("\n".join(printed(record)))
    if arguments.record:
        record.write(RECORD)


if __name__ == "__main__":
    main()
