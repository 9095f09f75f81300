"""What so many turns a day cost on AWS Lambda and beside it, and how far off its limits are.

Run it as `python tests/benchmarks/cost.py`. It reckons from the recorded run of `make bench` and from `prices.yaml`,
and measures nothing itself. A processor of Lambda is taken to be as fast as one of the machine that was measured on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.figures import COLD
from tests.benchmarks.record import RECORD, Record

PRICES = Path(__file__).with_name("prices.yaml")
ARCHITECTURES = ("arm64", "x86-64")
DAY = 24 * 60 * 60

Prices = Mapping[str, Any]


def charged(price: Prices, amount: float) -> float:
    """What an amount a month costs, tier by tier."""
    cost = below = 0.0
    for limit, each in price["tiers"]:
        cost += (min(amount, limit) - below) * each
        if amount <= limit:
            break
        below = limit
    return cost


@dataclass(frozen=True)
class Reckoning:
    """What a turn takes on Lambda, and what that makes of a number of turns a day."""

    record: Record
    prices: Prices

    @property
    def slower(self) -> float:
        """How much longer things take with the processor time that comes with the memory."""
        of_lambda = self.prices["lambda"]
        return float(of_lambda["memory_mb_of_a_processor"]) / float(of_lambda["memory_mb"])

    @property
    def turn_ms(self) -> float:
        """Milliseconds billed for a turn in the mean; each is rounded up to a whole one."""
        return fmean(ceil(each * self.slower) for each in self.record.turns.milliseconds)

    @property
    def cold_ms(self) -> float:
        """Milliseconds billed for a turn that starts an instance."""
        return ceil(self.record.figure(COLD).ours * self.slower)

    @property
    def log_bytes(self) -> int:
        """Bytes of logs for a turn: our line and Lambda's own."""
        logs = self.prices["logs"]
        lines = logs["lines_of_lambda"]
        added = logs["bytes_added_to_a_line"] * (len(lines) + 1)
        return int(self.record.turns.log_characters + sum(map(len, lines)) + added)

    def gb_seconds(self, turns: int) -> float:
        """Memory times time, in a month."""
        cold = self.cold(turns)
        milliseconds = cold * self.cold_ms + (1 - cold) * self.turn_ms
        return self.monthly(turns) * milliseconds / 1000 * self.prices["lambda"]["memory_mb"] / 1024

    def cold(self, turns: int) -> float:
        return float(self.prices["assumed"]["cold"][turns])

    def monthly(self, turns: int) -> int:
        return turns * int(self.prices["assumed"]["days_a_month"])

    def busiest(self, turns: int) -> float:
        """Turns a second at the busiest time."""
        return turns / DAY * float(self.prices["assumed"]["busiest"])

    def on_lambda(self, turns: int) -> dict[str, float]:
        """Dollars a month by what they are for."""
        of_lambda, logs = self.prices["lambda"], self.prices["logs"]
        each = {"requests": charged(of_lambda["request"], self.monthly(turns))}
        each["logs"] = charged(logs["gb"], self.monthly(turns) * self.log_bytes / 1e9)
        time = {name: charged(of_lambda["gb_second"][name], self.gb_seconds(turns)) for name in ARCHITECTURES}
        together = {f"together, {name}": sum(each.values()) + time[name] for name in ARCHITECTURES}
        return each | {f"time, {name}": time[name] for name in ARCHITECTURES} | together

    def behind_a_gateway(self, turns: int) -> float:
        gateway = charged(self.prices["api_gateway"]["request"], self.monthly(turns))
        return self.on_lambda(turns)[f"together, {ARCHITECTURES[0]}"] + gateway

    def servers(self, turns: int) -> int:
        """As many as the busiest time needs."""
        server = self.prices["server"]
        at_work = self.busiest(turns) * server["milliseconds"] / 1000
        return ceil(at_work / server["processors"] / server["busy"])

    def on_servers(self, turns: int) -> float:
        server = self.prices["server"]
        hours = self.servers(turns) * 24 * self.prices["assumed"]["days_a_month"]
        sent = self.monthly(turns) * self.record.turns.response_bytes / 1e9
        return charged(server["hour"], hours) + charged(server["gb_sent"], sent)

    def instances(self, turns: int) -> float:
        """How many answer at the busiest time; none takes more than its requests a second, however short they are."""
        at_once = self.busiest(turns) * self.turn_ms / 1000
        return max(at_once, self.busiest(turns) / self.prices["lambda"]["requests_a_second_of_an_instance"])

    def most_turns(self) -> float:
        """Turns a day at which the busiest time reaches the limit of instances."""
        return float(self.prices["lambda"]["instances"] / self.instances(1))


def printed(reckoning: Reckoning) -> Iterator[str]:
    """The measures, the table and the limits."""
    record, prices = reckoning.record, reckoning.prices
    volumes = tuple(prices["assumed"]["cold"])
    memory = prices["lambda"]["memory_mb"]
    yield f"measured on {record.date}: {record.machine}"
    yield f"a turn, billed at {memory} MB{reckoning.turn_ms:12.1f} ms"
    yield f"a cold start, billed{reckoning.cold_ms:17,.0f} ms"
    yield f"a turn's logs{reckoning.log_bytes:24,} bytes"
    yield ""

    def row(name: str, value: Callable[[int], str]) -> str:
        return f"{name:30}" + "".join(f"{value(turns):>16}" for turns in volumes)

    yield row("turns a day", lambda turns: f"{turns:,}")
    yield row("of them cold", lambda turns: f"{reckoning.cold(turns):.0%}")
    yield "US dollars a month"
    for name in reckoning.on_lambda(volumes[0]):
        yield row(f"  {name}", lambda turns, name=name: _dollars(reckoning.on_lambda(turns)[name]))
    yield "beside it"
    yield row("  behind an API gateway, arm64", lambda turns: _dollars(reckoning.behind_a_gateway(turns)))
    yield row(f"  on servers, {prices['server']['name']}", lambda turns: _dollars(reckoning.on_servers(turns)))
    yield row("  of them", lambda turns: f"{reckoning.servers(turns)}")
    yield "at the busiest"
    yield row("  turns a second", lambda turns: f"{reckoning.busiest(turns):,.2f}")
    yield row("  instances of Lambda", lambda turns: f"{ceil(reckoning.instances(turns)):,}")
    yield row("  MB of logs an hour", lambda turns: f"{_logged(reckoning, turns):,.2f}")
    yield ""
    limit = prices["lambda"]["instances"]
    yield f"{limit:,} instances, an account's limit, answer {reckoning.most_turns():,.0f} turns a day"


def _logged(reckoning: Reckoning, turns: int) -> float:
    return reckoning.busiest(turns) * 3600 * reckoning.log_bytes / 1e6


def _dollars(amount: float) -> str:
    return f"{amount:,.2f}" if amount < 1000 else f"{amount:,.0f}"


def main() -> None:
    """Print it all."""
    prices = yaml.safe_load(PRICES.read_text(encoding="utf-8"))
    print("\n".join(printed(Reckoning(Record.read(RECORD), prices))))


if __name__ == "__main__":
    main()
