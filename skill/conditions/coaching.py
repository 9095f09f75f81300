"""Who may be coached, how much pain is too much, and what ends an exercise at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skill.conditions.entries import citation
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.model import Citation
from skill.conditions.rules import Rule, read_rule
from skill.conditions.yaml_reader import Fields


@dataclass(frozen=True, slots=True)
class Gate:
    """A reason not to coach. Nobody is coached while `bars` holds, nor until it is known not to.

    `asks` are the questions or the red flag that settle it, in order. A raised red flag bars it by itself.
    """

    id: str
    bars: Rule
    asks: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class PainRule:
    """Pain from 0 to 10 in an exercise: carry on up to `carry_on`, do less up to `most`, stop over that.

    For the `conditions` it names; a rule that names none is for everybody else.
    """

    id: str
    carry_on: int
    most: int
    conditions: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class StopRule:
    """The findings that end an exercise at once, beside pain over the pain rule and every red flag."""

    findings: tuple[str, ...]
    citation: Citation


def barring(gates: Iterable[Gate], settled: Evidence) -> tuple[Gate, ...]:
    """The gates that are shut, in order."""
    return tuple(gate for gate in gates if gate.bars.holds(settled) is Presence.PRESENT)


def unsettled(gates: Iterable[Gate], settled: Evidence) -> tuple[Gate, ...]:
    """The gates of which it is not known whether they are shut: to be asked about, and shut if that brings nothing."""
    return tuple(gate for gate in gates if gate.bars.holds(settled) is Presence.UNKNOWN)


def gate(fields: Fields) -> Gate:
    """One gate."""
    asks = fields.texts("asks", required=True)
    return Gate(fields.text("id"), read_rule(fields, "bars"), asks, citation(fields, close=False))


def pain_rule(fields: Fields) -> PainRule:
    """One pain rule."""
    carry_on, most = fields.integer("carry_on", 0, 10), fields.integer("most", 0, 10)
    if carry_on > most:
        fields.report("carry_on", f"'carry_on' {carry_on} is over 'most' {most}", "swap them")
    return PainRule(fields.text("id"), carry_on, most, fields.texts("conditions"), citation(fields, close=False))


def stop_rule(fields: Fields) -> StopRule:
    """The stop rule."""
    return StopRule(fields.texts("findings", required=True), citation(fields))
