"""Boolean rules over evidence, in three values: what is not known makes a rule UNKNOWN, never ABSENT.

In YAML a rule is a finding id, `{any: [...]}`, `{all: [...]}`, `{not: ...}`, `{unless: ...}` or a comparison of a fact:
`{fact: age, below: 16}`, `{fact: age, at_least: 50}`, `{fact: sport, is: running}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.yaml_reader import Fields

FACTS = ("age", "side", "duration_days", "sport", "for_child")
_COMPARISONS = ("below", "at_least", "is")


class Rule(Protocol):
    """Something that holds, does not hold, or is not known to, given evidence."""

    def holds(self, evidence: Evidence) -> Presence: ...

    def findings(self) -> Iterator[str]:
        """The findings it looks at."""


@dataclass(frozen=True, slots=True)
class Is:
    """Holds when the finding is present."""

    finding: str

    def holds(self, evidence: Evidence) -> Presence:
        return evidence[self.finding]

    def findings(self) -> Iterator[str]:
        yield self.finding


@dataclass(frozen=True, slots=True)
class FactIs:
    """Compares a fact with a value; UNKNOWN while the fact is not known."""

    fact: str
    comparison: str
    value: Any

    def holds(self, evidence: Evidence) -> Presence:
        known = getattr(evidence.facts, self.fact)
        if known is None:
            return Presence.UNKNOWN
        if self.comparison == "below":
            result = known < self.value
        elif self.comparison == "at_least":
            result = known >= self.value
        else:
            result = known == self.value
        return Presence.PRESENT if result else Presence.ABSENT

    def findings(self) -> Iterator[str]:
        return iter(())


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part holds; fails only when all are known to fail."""

    parts: tuple[Rule, ...]

    def holds(self, evidence: Evidence) -> Presence:
        return _decided(self.parts, evidence, Presence.PRESENT, otherwise=Presence.ABSENT)

    def findings(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.findings()


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every part holds; fails as soon as one is known to fail."""

    parts: tuple[Rule, ...]

    def holds(self, evidence: Evidence) -> Presence:
        return _decided(self.parts, evidence, Presence.ABSENT, otherwise=Presence.PRESENT)

    def findings(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.findings()


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part is known to fail."""

    part: Rule

    def holds(self, evidence: Evidence) -> Presence:
        return ~self.part.holds(evidence)

    def findings(self) -> Iterator[str]:
        return self.part.findings()


@dataclass(frozen=True, slots=True)
class Unless:
    """Holds as long as its part is not known to hold: for danger rules, where not knowing must not switch them off."""

    part: Rule

    def holds(self, evidence: Evidence) -> Presence:
        excused = self.part.holds(evidence) is Presence.PRESENT
        return Presence.ABSENT if excused else Presence.PRESENT

    def findings(self) -> Iterator[str]:
        return self.part.findings()


ALWAYS: Rule = AllOf(())


def _decided(parts: tuple[Rule, ...], evidence: Evidence, by: Presence, otherwise: Presence) -> Presence:
    """`by` as soon as one part comes to that; else UNKNOWN where one part is not known, else `otherwise`."""
    result = otherwise
    for part in parts:
        value = part.holds(evidence)
        if value is by:
            return by
        if value is Presence.UNKNOWN:
            result = value
    return result


def read_rule(fields: Fields, key: str, default: Rule | None = None) -> Rule:
    """The rule under `key`; `default` where there is none, and a problem where there is neither or it is wrong."""
    if default is not None and not fields.has(key):
        return default
    rule = _rule(fields.take(key), fields, key)
    if rule is None:
        mend = "write a finding id or one of {any|all: [...]}, {not|unless: ...}, {fact: ..., below|at_least|is: ...}"
        fields.report(key, f"'{key}' is not a rule", mend)
    return rule or ALWAYS


def _rule(value: Any, fields: Fields, key: str) -> Rule | None:
    if isinstance(value, str):
        return Is(value)
    if not isinstance(value, Mapping):
        return None
    if "fact" in value:
        return _fact_rule(value)
    if len(value) != 1:
        return None
    ((word, inner),) = value.items()
    if word in ("not", "unless"):
        part = _rule(inner, fields, key)
        wrap = Not if word == "not" else Unless
        return wrap(part) if part else None
    if word not in ("any", "all") or not isinstance(inner, list) or not inner:
        return None
    parts = [_rule(item, fields, key) for item in inner]
    if any(part is None for part in parts):
        return None
    known = tuple(part for part in parts if part is not None)
    return AnyOf(known) if word == "any" else AllOf(known)


def _fact_rule(value: Mapping[str, Any]) -> Rule | None:
    comparison = [name for name in _COMPARISONS if name in value]
    if value["fact"] not in FACTS or len(comparison) != 1 or len(value) != 2:
        return None
    return FactIs(value["fact"], comparison[0], value[comparison[0]])
