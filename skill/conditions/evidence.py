"""What is known about one person: findings that are present, absent or unknown, and typed facts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from types import MappingProxyType
from typing import Any


class Presence(Enum):
    """What is known of one finding. UNKNOWN is an answer too ("I'm not sure"), and never counts as ABSENT."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"

    def __invert__(self) -> Presence:
        return _OPPOSITE[self]


_OPPOSITE = {
    Presence.PRESENT: Presence.ABSENT,
    Presence.ABSENT: Presence.PRESENT,
    Presence.UNKNOWN: Presence.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Typed values about the person. None means not known.

    `age` in years, `side` one of "left", "right", "both", `duration_days` since it began,
    `sport` one of "running", "cycling", "other", `for_child` True when a parent speaks for a child,
    `moving` True when they are in the middle of a workout.
    """

    age: int | None = None
    side: str | None = None
    duration_days: int | None = None
    sport: str | None = None
    for_child: bool | None = None
    moving: bool | None = None

    def updated(self, other: Facts) -> Facts:
        """These facts, with every value that `other` knows in its place: the latest word counts."""
        return replace(self, **other.known())

    def known(self) -> dict[str, Any]:
        """Name to value, for the values that are known."""
        values = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: value for name, value in values if value is not None}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Immutable findings and facts. A finding that was never mentioned is UNKNOWN, without being stored."""

    findings: Mapping[str, Presence] = field(default_factory=dict)
    facts: Facts = Facts()

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", MappingProxyType(dict(self.findings)))

    def __getitem__(self, finding: str) -> Presence:
        return self.findings.get(finding, Presence.UNKNOWN)

    def __contains__(self, finding: str) -> bool:
        """Whether the finding was ever mentioned, be it as unknown."""
        return finding in self.findings

    def __iter__(self) -> Iterator[str]:
        return iter(self.findings)

    def present(self, finding: str) -> bool:
        return self[finding] is Presence.PRESENT

    def absent(self, finding: str) -> bool:
        return self[finding] is Presence.ABSENT

    def updated(self, other: Evidence) -> Evidence:
        """This evidence, overwritten by what `other` mentions: how a correction is recorded."""
        return Evidence({**self.findings, **other.findings}, self.facts.updated(other.facts))

    def with_findings(self, presence: Presence, *findings: str) -> Evidence:
        """This evidence with each of the findings set to `presence`."""
        return Evidence({**self.findings, **dict.fromkeys(findings, presence)}, self.facts)

    def only(self, *findings: str) -> Evidence:
        """What this evidence says of these findings, and nothing else."""
        return Evidence({name: value for name, value in self.findings.items() if name in findings})

    def known(self) -> tuple[tuple[str, Presence], ...]:
        """Every finding that is present or absent, in the order they were told."""
        return tuple((name, value) for name, value in self.findings.items() if value is not Presence.UNKNOWN)

    def without(self, *findings: str) -> Evidence:
        """This evidence as if the findings had never been mentioned."""
        kept = {name: value for name, value in self.findings.items() if name not in findings}
        return Evidence(kept, self.facts)
