from __future__ import annotations

from typing import Any

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.rules import Rule, read_rule
from skill.conditions.yaml_reader import Fields, Problem

P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN
KNOWN = Evidence({"yes": P, "no": A, "unsure": U}, Facts(age=15, sport="running"))


def rule(value: Any) -> Rule:
    problems: list[Problem] = []
    result = read_rule(Fields({"when": value}, "rules.yaml", problems), "when")
    assert not problems
    return result


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("yes", P),
        ("no", A),
        ("unsure", U),
        ("never_mentioned", U),
        ({"any": ["no", "yes"]}, P),
        ({"any": ["no", "unsure"]}, U),
        ({"any": ["no", "no"]}, A),
        ({"all": ["yes", "unsure"]}, U),
        ({"all": ["no", "unsure"]}, A),
        ({"all": ["yes", "yes"]}, P),
        ({"not": "yes"}, A),
        ({"not": "unsure"}, U),
        ({"unless": "yes"}, A),
        ({"unless": "unsure"}, P),
        ({"unless": "no"}, P),
        ({"fact": "age", "below": 16}, P),
        ({"fact": "age", "at_least": 16}, A),
        ({"fact": "sport", "is": "running"}, P),
        ({"fact": "duration_days", "below": 7}, U),
    ],
)
def test_a_rule_holds_fails_or_is_not_known_to(value: Any, holds: Presence) -> None:
    assert rule(value).holds(KNOWN) is holds


@pytest.mark.parametrize(
    "value",
    [
        3,
        [],
        {"any": []},
        {"any": "yes"},
        {"some": ["yes"]},
        {"all": ["yes"], "any": ["no"]},
        {"fact": "weight", "is": 1},
    ],
)
def test_what_is_no_rule_is_reported(value: Any) -> None:
    problems: list[Problem] = []
    read_rule(Fields({"when": value}, "rules.yaml", problems), "when")
    assert [problem.what for problem in problems] == ["'when' is not a rule"]


def test_a_rule_names_every_finding_it_looks_at() -> None:
    value = {"all": ["a", {"any": ["b", {"not": "c"}]}, {"unless": "d"}, {"fact": "age", "below": 3}]}
    assert list(rule(value).findings()) == ["a", "b", "c", "d"]
