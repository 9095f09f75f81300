"""The locale's words: built from plain dicts, every mistake a `Problem` with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from skill.conditions.yaml_reader import LocatedList, Problem
from skill.understanding.matcher import GroupIndex, Key, first_keys, groups_in
from skill.understanding.notation import NotationError, Pattern, Sequence, parse, parse_sequence

Read = TypeVar("Read")

SAID, DENIED, EVER, IN_CONTEXT = "said", "denied", "ever", "in_context"
# Prefixes of the word groups that name a condition, a sport, an option of a question, a place in a list.
TOPIC, SPORT, OPTION, ORDINAL = "topic:", "sport:", "option:", "ordinal:"
_WAYS = (SAID, DENIED, EVER, IN_CONTEXT)
_FLAGS = ("event", "background")  # it happened once and is not over; it is history, whose dates are its own


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of a finding: `way` is said, denied, ever (the past counts) or in_context (while it is asked)."""

    finding: str
    way: str
    pattern: Pattern
    trigger: int  # the index of the part that is looked for first: the one that begins with the rarest words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word groups, finding patterns by what they begin with, named pattern lists, and plain tables."""

    groups: GroupIndex
    entries: Mapping[Key, tuple[Entry, ...]]
    implies: Mapping[str, tuple[str, ...]]
    events: frozenset[str]
    background: frozenset[str]
    exclusive: tuple[tuple[str, ...], ...]
    lists: Mapping[str, Mapping[str, tuple[Pattern, ...]]]
    tables: Mapping[str, Any]
    findings: frozenset[str]


class LexiconBuilder:
    """Collects documents into a Lexicon; problems are gathered, so that one run reports all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._groups: dict[str, tuple[Sequence, ...]] = {}
        self._nouns: set[str] = set()
        self._entries: dict[Key, list[Entry]] = {}
        self._pending: list[tuple[str, str, Pattern, str, int]] = []
        self._implies: dict[str, tuple[str, ...]] = {}
        self._flags: dict[str, set[str]] = {flag: set() for flag in _FLAGS}
        self._exclusive: list[tuple[str, ...]] = []
        self._lists: dict[str, dict[str, tuple[Pattern, ...]]] = {}
        self._tables: dict[str, Any] = {}

    def add_groups(self, document: Mapping[str, Any], path: str, prefix: str = "", nouns: bool = False) -> None:
        """A document of word groups: name -> phrases; `prefix` keeps names of another kind apart."""
        for name, lines in document.items():
            self._groups[prefix + name] = self._sequences(lines, path)
            if nouns:
                self._nouns.add(prefix + name)

    def add_lists(self, name: str, document: Mapping[str, Any], path: str) -> None:
        """A document of pattern lists under one name: id -> patterns."""
        self._lists[name] = {id_: self._read(lines, path, parse) for id_, lines in document.items()}

    def add_table(self, name: str, value: Any) -> None:
        """A plain table (numbers, units, ...) that code reads as it is."""
        self._tables[name] = value

    def add_findings(self, document: Mapping[str, Any], path: str) -> None:
        """A document of findings: id -> {said, denied, ever, in_context, implies, event, background}."""
        for finding, ways in document.items():
            for key, value in ways.items():
                if key in _WAYS:
                    self._add_patterns(finding, key, value, path)
                elif key == "implies":
                    self._implies[finding] = tuple(value)
                elif key in _FLAGS:
                    self._flags[key].add(finding)
                else:
                    line = getattr(ways, "lines", {}).get(key, 0)
                    mend = f"known here: {', '.join((*_WAYS, *_FLAGS, 'implies'))}"
                    self.problems.append(Problem(path, line, f"unknown key '{key}'", mend))

    def add_exclusive(self, groups: list[list[str]]) -> None:
        """Findings of which only one holds at a time, the strongest first."""
        self._exclusive += [tuple(group) for group in groups]

    def build(self) -> Lexicon:
        """The lexicon, without what had problems."""
        groups = self._group_index()
        for finding, way, pattern, path, line in self._pending:
            self._index(finding, way, pattern, path, line, groups)
        return Lexicon(
            groups=groups,
            entries={key: tuple(entries) for key, entries in self._entries.items()},
            implies=self._implies,
            events=frozenset(self._flags["event"]),
            background=frozenset(self._flags["background"]),
            exclusive=tuple(self._exclusive),
            lists=self._lists,
            tables=self._tables,
            findings=frozenset(finding for finding, *_ in self._pending),
        )

    def _group_index(self) -> GroupIndex:
        try:
            return GroupIndex(self._groups, frozenset(self._nouns))
        except NotationError as error:
            self.problems.append(Problem("words.yaml", 0, str(error), "mend the word groups"))
            return GroupIndex({})

    def _sequences(self, lines: Any, path: str) -> tuple[Sequence, ...]:
        return self._read(lines, path, parse_sequence)

    def _read(self, lines: Any, path: str, reader: Callable[[str], Read]) -> tuple[Read, ...]:
        """Each text as `reader` reads it; a problem for each that it can not."""
        result = []
        for text, line in _with_lines(lines):
            try:
                result.append(reader(text))
            except NotationError as error:
                self.problems.append(Problem(path, line, str(error), "see the notation in words.yaml"))
        return tuple(result)

    def _add_patterns(self, finding: str, way: str, lines: Any, path: str) -> None:
        for text, line in _with_lines(lines):
            try:
                self._pending.append((finding, way, parse(text), path, line))
            except NotationError as error:
                self.problems.append(Problem(path, line, str(error), "see the notation in words.yaml"))

    def _index(self, finding: str, way: str, pattern: Pattern, path: str, line: int, groups: GroupIndex) -> None:
        for part in (*pattern.parts, *pattern.unless):
            for name in groups_in(part):
                if name not in groups.names:
                    what = f"there is no word group {{{name}}}"
                    self.problems.append(Problem(path, line, what, "add it to words.yaml or correct the name"))
        beginnings = [(len(keys), number) for number, keys in enumerate(map(first_keys, pattern.parts)) if keys]
        if not beginnings:
            what = "a pattern needs a part that begins with a word or a group"
            self.problems.append(Problem(path, line, what, "do not begin with '...' or [optional] words only"))
            return
        _, trigger = min(beginnings, key=lambda found: (found[0], -found[1]))
        entry = Entry(finding, way, pattern, trigger)
        for key in first_keys(pattern.parts[trigger]):
            self._entries.setdefault(key, []).append(entry)


def _with_lines(lines: Any) -> list[tuple[str, int]]:
    """The texts of a list (or of one text) with their lines; 0 where the document came from JSON."""
    if isinstance(lines, str):
        return [(lines, 0)]
    numbers = lines.lines if isinstance(lines, LocatedList) else [0] * len(lines or ())
    return [(str(text), line) for text, line in zip(lines or (), numbers, strict=True)]
