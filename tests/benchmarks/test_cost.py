from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml

from tests.benchmarks.cost import PRICES, Reckoning, charged, printed
from tests.benchmarks.record import RECORD, Record, Turns
from tests.documents.pages import ROOT, blocks

RECORDED = Record.read(RECORD)
KNOWN: dict[str, Any] = yaml.safe_load(PRICES.read_text(encoding="utf-8"))


def reckoning(*milliseconds: float) -> Reckoning:
    """With turns that take so long."""
    return Reckoning(replace(RECORDED, turns=Turns(milliseconds, 1000, 100)), KNOWN)


def test_the_page_shows_what_the_recorded_run_comes_to() -> None:
    page = (ROOT / "lambda" / "README.md").read_text(encoding="utf-8")
    (shown,) = [block.text for block in blocks(page) if block.mark == "cost"]
    assert shown == "\n".join(printed(Reckoning(RECORDED, KNOWN))) + "\n"


def test_the_page_is_right_about_what_costs_most_where_many_talk() -> None:
    most = Reckoning(RECORDED, KNOWN)
    costs = most.on_lambda(100_000_000)
    assert costs["logs"] > costs["requests"] > costs["time, arm64"]
    assert most.on_servers(100_000_000) == pytest.approx(costs["together, arm64"], rel=0.3)


def test_the_memory_is_the_templates() -> None:
    template = (ROOT / "lambda" / "template.yaml").read_text(encoding="utf-8")
    default = re.search(r"  MemorySize:\n(?:    .*\n)*?    Default: (\d+)", template)
    assert default
    assert int(default[1]) == KNOWN["lambda"]["memory_mb"]


@pytest.mark.parametrize(("amount", "cost"), [(0, 0), (5, 10), (10, 20), (14, 24), (25, 32.5)])
def test_each_part_of_an_amount_costs_what_its_tier_asks(amount: float, cost: float) -> None:
    assert charged({"tiers": [[10, 2], [20, 1], [float("inf"), 0.5]]}, amount) == cost


def test_a_turn_is_billed_by_the_started_millisecond_of_a_part_of_a_processor() -> None:
    with_half = {**KNOWN, "lambda": {**KNOWN["lambda"], "memory_mb": 500, "memory_mb_of_a_processor": 1000}}
    assert replace(reckoning(0.4, 1.1), prices=with_half).turn_ms == (1 + 3) / 2


def test_an_instance_takes_no_more_than_its_requests_a_second_however_short_they_are() -> None:
    assert reckoning(0.1).instances(86_400) == pytest.approx(KNOWN["assumed"]["busiest"] / 10)
    assert reckoning(1000).instances(86_400) > KNOWN["assumed"]["busiest"]


def test_every_price_says_where_it_is_from() -> None:
    def prices(value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, dict):
            return []
        return [value] if "tiers" in value else [found for each in value.values() for found in prices(each)]

    assert all(each["source"] for each in prices(KNOWN))
