"""A rule of the knowledge in words, for whoever reviews it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from skill.conditions.rules import AllOf, AnyOf, FactIs, Is, Not, Rule, Unless
from skill.speech.words import FindingWords

_COMPARISONS = {"below": "under", "at_least": "at least", "is": "is"}


def rule_words(rule: Rule, findings: Mapping[str, FindingWords]) -> str:
    """The rule as one phrase. One that always holds comes last of several: "none of the above"."""
    return _WORDS[type(rule)](rule, findings)


def _is(rule: Is, findings: Mapping[str, FindingWords]) -> str:
    return findings[rule.finding].present


def _fact(rule: FactIs, findings: Mapping[str, FindingWords]) -> str:
    return f"{rule.fact.replace('_', ' ')} {_COMPARISONS[rule.comparison]} {rule.value}"


def _any(rule: AnyOf, findings: Mapping[str, FindingWords]) -> str:
    return _joined(rule.parts, " or ", findings)


def _all(rule: AllOf, findings: Mapping[str, FindingWords]) -> str:
    return _joined(rule.parts, " and ", findings) if rule.parts else "none of the above"


def _not(rule: Not, findings: Mapping[str, FindingWords]) -> str:
    return f"not: {_part(rule.part, findings)}"


def _unless(rule: Unless, findings: Mapping[str, FindingWords]) -> str:
    return f"unless it is known: {_part(rule.part, findings)}"


def _joined(parts: tuple[Rule, ...], word: str, findings: Mapping[str, FindingWords]) -> str:
    return word.join(_part(part, findings) for part in parts)


def _part(rule: Rule, findings: Mapping[str, FindingWords]) -> str:
    """The rule as part of another: with brackets, where it has parts itself."""
    words = rule_words(rule, findings)
    return f"({words})" if isinstance(rule, AnyOf | AllOf) else words


_WORDS: Mapping[type[Any], Callable[[Any, Mapping[str, FindingWords]], str]] = {
    Is: _is,
    FactIs: _fact,
    AnyOf: _any,
    AllOf: _all,
    Not: _not,
    Unless: _unless,
}
