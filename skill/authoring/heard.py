"""What a locale's heard/ folder says about the interaction model: intents, slot types and what carriers mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HeardIntent:
    """One intent: what is said to reach it, and its slots by name with their types.

    `answers` is the question whose answer the intent's only slot elicits, and `elicited` how people answer just then.
    """

    name: str
    samples: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)
    answers: str | None = None
    elicited: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class HeardValue:
    """One value of a slot type: its id, its canonical name first, then what else people call it."""

    id: str
    texts: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class HeardType:
    """One slot type. `stands_for` says what its ids are; those in `also` stand for nothing of that kind.

    `source` is the file of heard/ that its values come from, where that is not the file of the slot types.
    """

    name: str
    stands_for: str
    values: tuple[HeardValue, ...]
    several: bool = False
    also: frozenset[str] = frozenset()
    source: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class HeardModel:
    """All of it, for one locale. `restored` is intent -> the words that its slot's value is put back into."""

    invocation_name: str
    fallback_sensitivity: str
    intents: Mapping[str, HeardIntent]
    types: Mapping[str, HeardType]
    restored: Mapping[str, str]
    restored_lines: Mapping[str, int]
