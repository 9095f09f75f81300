"""A locale's words, as they are listened for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from skill.understanding.matcher import GroupIndex
from skill.understanding.notation import Gap, Pattern, Run, parse_run, terms_in
from skill.understanding.phrases import Phrases

SAID, SUGGESTED, DENIED, EVER, IN_CONTEXT, DENIED_IN_CONTEXT, ITEM = WAYS = (
    "said",
    "suggested",
    "denied",
    "ever",
    "in_context",
    "denied_in_context",
    "item",
)
WHILE_ASKED = frozenset((IN_CONTEXT, DENIED_IN_CONTEXT, ITEM))
# Prefixes of the word groups that name a condition, a term, an exercise or session, a sport, an option of a question, a
# place in a list.
CONDITION, TERM, EXERCISE, SPORT = "condition:", "term:", "exercise:", "sport:"
OPTION, ORDINAL = "option:", "ordinal:"
TOPICS = "topics"  # the patterns that ask about living with it, by the id of the topic


@dataclass(frozen=True, eq=False)
class Entry:
    """One pattern of a finding, and the way it is meant: findings/start.yaml explains the ways."""

    finding: str
    way: str
    pattern: Pattern
    number: int  # its place in the lexicon
    denials: frozenset[str]  # the keys that denials begin with

    @cached_property
    def trigger(self) -> int:
        """The index of the part that is looked for first: the last of those that begin with the fewest words."""
        parts = enumerate(self.pattern.parts)
        return -min((len(part.first), -number) for number, part in parts if part.first is not None)[1]

    @cached_property
    def closed(self) -> tuple[bool, ...]:
        """Of each part, whether a denial found in it is the pattern's own."""
        return tuple(_is_closed(part, self.denials) for part in self.pattern.parts)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word groups, finding patterns by the keys that they need, named pattern lists, and plain tables."""

    groups: GroupIndex
    entries: Mapping[str, Sequence[Entry]]
    implies: Mapping[str, tuple[str, ...]]  # what a finding that is there brings with it
    denied_implies: Mapping[str, tuple[str, ...]]  # what a finding brings with it where a `denied` pattern tells of it
    events: frozenset[str]
    background: frozenset[str]
    emergencies: frozenset[str]
    exclusive: tuple[tuple[str, ...], ...]
    lists: Mapping[str, Mapping[str, tuple[Pattern, ...]]]
    tables: Mapping[str, Any]


def lexicon_of(compiled: Mapping[str, Any]) -> Lexicon:
    """The lexicon of what `LexiconCompiler` made of a locale's documents, or of that same from JSON."""
    groups = compiled["groups"]
    lists = {
        name: {
            id_: tuple(Pattern(text, keys, f"{name}/{id_}") for text, keys in patterns) for id_, patterns in ids.items()
        }
        for name, ids in compiled["lists"].items()
    }
    return Lexicon(
        groups=GroupIndex(
            names=groups["names"],
            nouns=groups["nouns"],
            phrases=Phrases(**groups["phrases"]),
            composites=[(name, parse_run(text)) for name, text in groups["composites"]],
            listed=(pattern for ids in lists.values() for patterns in ids.values() for pattern in patterns),
        ),
        entries=_entries(compiled["findings"], frozenset(compiled["denials"])),
        implies={finding: tuple(brought) for finding, brought in compiled["implies"].items()},
        denied_implies={finding: tuple(brought) for finding, brought in compiled["denied_implies"].items()},
        events=frozenset(compiled["event"]),
        background=frozenset(compiled["background"]),
        emergencies=frozenset(compiled["emergency"]),
        exclusive=tuple(tuple(rivals) for rivals in compiled["exclusive"]),
        lists=lists,
        tables=compiled["tables"],
    )


def _entries(findings: Iterable[tuple[str, str, str, list[str]]], denials: frozenset[str]) -> dict[str, list[Entry]]:
    """Patterns as entries, by the keys that they need."""
    entries: dict[str, list[Entry]] = {}
    for number, (finding, way, text, keys) in enumerate(findings):
        entry = Entry(finding, way, Pattern(text, keys), number, denials)
        for key in keys:
            entries.setdefault(key, []).append(entry)
    return entries


def _is_closed(part: Run, denials: frozenset[str]) -> bool:
    """Whether a part has no gap that a denial could stand in, or has a denial written in it."""
    terms = tuple(terms_in(part))
    if not any(isinstance(term, Gap) for term in terms):
        return True
    return any(not denials.isdisjoint(term.first or ()) for term in terms)
