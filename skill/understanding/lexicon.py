"""The locale's words: built from plain documents, every mistake a `Problem` with its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.conditions.yaml_reader import LocatedList, Problem
from skill.understanding.matcher import GroupIndex
from skill.understanding.notation import END, Gap, NotationError, Pattern, Run, groups_in, parse, parse_run, terms_in

SAID, DENIED, EVER, IN_CONTEXT, DENIED_IN_CONTEXT, ITEM = _WAYS = (
    "said",
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
NEGATORS = "negators"
_FLAGS = ("event", "background")  # it happened once and is not over; it is history, whose dates are its own


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of a finding, and the way it is meant: findings/start.yaml explains the ways."""

    finding: str
    way: str
    pattern: Pattern
    trigger: int  # the index of the part that is looked for first: the one that begins with the rarest words
    closed: tuple[bool, ...]  # of each part, whether a denial found in it is the pattern's own
    number: int  # its place in the lexicon


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word groups, finding patterns by the rarest keys that they need, named pattern lists, and plain tables."""

    groups: GroupIndex
    entries: Mapping[str, tuple[Entry, ...]]
    implies: Mapping[str, tuple[str, ...]]  # what a finding that is there brings with it
    denied_implies: Mapping[str, tuple[str, ...]]  # what a finding brings with it where a `denied` pattern tells of it
    events: frozenset[str]
    background: frozenset[str]
    exclusive: tuple[tuple[str, ...], ...]
    lists: Mapping[str, Mapping[str, tuple[Pattern, ...]]]
    tables: Mapping[str, Any]


class LexiconBuilder:
    """Collects documents into a Lexicon; problems are gathered, so that one run reports all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._groups: dict[str, list[Run]] = {}
        self._nouns: set[str] = set()
        self._patterns: list[tuple[str, str, Pattern]] = []
        self._written: list[tuple[Run, str, int]] = []
        self._implies: dict[str, tuple[str, ...]] = {}
        self._denied_implies: dict[str, tuple[str, ...]] = {}
        self._flags: dict[str, set[str]] = {flag: set() for flag in _FLAGS}
        self._exclusive: list[tuple[str, ...]] = []
        self._lists: dict[str, dict[str, tuple[Pattern, ...]]] = {}
        self._tables: dict[str, Any] = {}

    def add_groups(self, document: Mapping[str, Any], path: str, prefix: str = "", nouns: bool = False) -> None:
        """A document of word groups: name -> phrases; `prefix` keeps names of another kind apart."""
        for name, lines in document.items():
            self._groups[prefix + name] = [run for text, line in _located(lines) for run in self._run(text, path, line)]
            if nouns:
                self._nouns.add(prefix + name)

    def add_lists(self, name: str, document: Mapping[str, Any], path: str) -> None:
        """A document of pattern lists under one name: id -> patterns."""
        self._lists[name] = {
            id_: tuple(pattern for text, line in _located(lines) for pattern in self._pattern(text, path, line))
            for id_, lines in document.items()
        }

    def add_table(self, name: str, value: Any) -> None:
        """A plain table (numbers, units, ...) that code reads as it is."""
        self._tables[name] = value

    def add_findings(self, document: Mapping[str, Any], path: str) -> None:
        """A document of findings: id -> {said, denied, ever, ..., implies, denied_implies, event, background}."""
        for finding, ways in document.items():
            for key, value in ways.items():
                if key in _WAYS:
                    for text, line in _located(value):
                        self._patterns += [(finding, key, each) for each in self._pattern(text, path, line, True)]
                elif key == "implies":
                    self._implies[finding] = tuple(value)
                elif key == "denied_implies":
                    self._denied_implies[finding] = tuple(value)
                elif key in _FLAGS:
                    self._flags[key].add(finding)
                else:
                    line = getattr(ways, "lines", {}).get(key, 0)
                    mend = f"known here: {', '.join((*_WAYS, *_FLAGS, 'implies', 'denied_implies'))}"
                    self._problems.append(Problem(path, line, f"unknown key '{key}'", mend))

    def add_exclusive(self, groups: list[list[str]]) -> None:
        """Findings of which only one holds at a time, the strongest first."""
        self._exclusive += [tuple(group) for group in groups]

    def build(self) -> Lexicon:
        """The lexicon, without what had problems."""
        for run, path, line in self._written:
            for name in groups_in(run):
                if name not in self._groups and name != END:
                    mend = "add it to words.yaml or correct the name"
                    self._problems.append(Problem(path, line, f"there is no word group {{{name}}}", mend))
        return Lexicon(
            groups=GroupIndex(self._groups, frozenset(self._nouns)),
            entries=_indexed(self._patterns, self._denials()),
            implies=self._implies,
            denied_implies=self._denied_implies,
            events=frozenset(self._flags["event"]),
            background=frozenset(self._flags["background"]),
            exclusive=tuple(self._exclusive),
            lists=self._lists,
            tables=self._tables,
        )

    def _denials(self) -> frozenset[str]:
        """The keys that denials begin with."""
        return frozenset(key for run in self._groups.get(NEGATORS, ()) for key in run.first or ())

    def _run(self, text: str, path: str, line: int) -> list[Run]:
        """A phrase of a word group; none, and a problem, where it can not be one."""
        try:
            run = parse_run(text)
            if run.first is None or any(isinstance(node, Gap) for node in run.nodes) or END in groups_in(run):
                raise NotationError("a phrase of a word group needs a word, and can have no '...' and no {end}")
        except NotationError as error:
            self._report(error, path, line)
            return []
        self._written.append((run, path, line))
        return [run]

    def _pattern(self, text: str, path: str, line: int, triggered: bool = False) -> list[Pattern]:
        """A pattern; none, and a problem, where it can not be read, or has nothing to be `triggered` by."""
        try:
            pattern = parse(text)
            if triggered and all(part.first is None for part in pattern.parts):
                raise NotationError("a pattern needs a part that begins with a word or a group")
        except NotationError as error:
            self._report(error, path, line)
            return []
        self._written += [(run, path, line) for run in (*pattern.parts, *pattern.unless)]
        return [pattern]

    def _report(self, error: NotationError, path: str, line: int) -> None:
        self._problems.append(Problem(path, line, str(error), "see the notation in words.yaml"))


def _indexed(patterns: list[tuple[str, str, Pattern]], denials: frozenset[str]) -> dict[str, tuple[Entry, ...]]:
    """Findings' patterns as entries, by the keys that they need and that are rarest in the lexicon."""
    entries: dict[str, list[Entry]] = {}
    uses = Counter(key for _, _, pattern in patterns for need in pattern.needs for key in need)
    for order, (finding, way, pattern) in enumerate(patterns):
        firsts = [(len(part.first), -number) for number, part in enumerate(pattern.parts) if part.first is not None]
        trigger = -min(firsts)[1]
        closed = tuple(_is_closed(part, denials) for part in pattern.parts)
        entry = Entry(finding, way, pattern, trigger, closed, order)
        for key in min(pattern.needs, key=lambda need: sum(uses[key] for key in need)):
            entries.setdefault(key, []).append(entry)
    return {key: tuple(found) for key, found in entries.items()}


def _is_closed(part: Run, denials: frozenset[str]) -> bool:
    """Whether a part has no gap that a denial could stand in, or has a denial written in it."""
    terms = tuple(terms_in(part))
    if not any(isinstance(term, Gap) for term in terms):
        return True
    return any(not denials.isdisjoint(term.first or ()) for term in terms)


def _located(lines: Any) -> list[tuple[str, int]]:
    """The texts of a list (or of one text) with their lines; 0 where the document came from JSON."""
    if isinstance(lines, str):
        return [(lines, 0)]
    numbers = lines.lines if isinstance(lines, LocatedList) else [0] * len(lines or ())
    return [(str(text), line) for text, line in zip(lines or (), numbers, strict=True)]
