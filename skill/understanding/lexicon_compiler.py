"""Compiles a locale's documents into what a lexicon is made of; every mistake is a `Problem` with its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from skill.conditions.yaml_reader import LocatedList, Problem
from skill.understanding.lexicon import WAYS
from skill.understanding.notation import (
    END,
    Gap,
    NotationError,
    Pattern,
    Run,
    groups_in,
    parse,
    parse_run,
    terms_in,
)
from skill.understanding.phrases import phrases_of

_NEGATORS = "negators"
# It happened once and is not over; it is history, whose dates are its own; it is asked for even if it is told as over.
_FLAGS = ("event", "background", "emergency")
_IMPLIES = ("implies", "denied_implies")

_Lists = dict[str, dict[str, list[Pattern]]]


class LexiconCompiler:
    """Collects documents; problems are gathered, so that one run reports all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._groups: dict[str, list[tuple[str, Run]]] = {}
        self._nouns: list[str] = []
        self._patterns: list[tuple[str, str, Pattern]] = []
        self._written: list[tuple[Run, str, int]] = []
        self._implies: dict[str, dict[str, list[str]]] = {key: {} for key in _IMPLIES}
        self._flags: dict[str, list[str]] = {flag: [] for flag in _FLAGS}
        self._exclusive: list[list[str]] = []
        self._lists: _Lists = {}
        self._tables: dict[str, Any] = {}

    def add_groups(self, document: Mapping[str, Any], path: str, prefix: str = "", nouns: bool = False) -> None:
        """A document of word groups: name -> phrases; `prefix` keeps names of another kind apart."""
        for name, lines in document.items():
            self._groups[prefix + name] = [
                each for text, line in _located(lines) for each in self._run(text, path, line)
            ]
            if nouns:
                self._nouns.append(prefix + name)

    def add_lists(self, name: str, document: Mapping[str, Any], path: str) -> None:
        """A document of pattern lists under one name: id -> patterns."""
        self._lists[name] = {
            id_: [pattern for text, line in _located(lines) for pattern in self._pattern(text, path, line)]
            for id_, lines in document.items()
        }

    def add_table(self, name: str, value: Any) -> None:
        """A plain table (numbers, units, ...) that code reads as it is."""
        self._tables[name] = value

    def add_findings(self, document: Mapping[str, Any], path: str) -> None:
        """A document of findings: id -> {said, denied, ever, ..., implies, denied_implies, and _FLAGS}."""
        for finding, ways in document.items():
            for key, value in ways.items():
                if key in WAYS:
                    for text, line in _located(value):
                        self._patterns += [(finding, key, each) for each in self._pattern(text, path, line, True)]
                elif key in _IMPLIES:
                    self._implies[key][finding] = list(value)
                elif key in _FLAGS:
                    self._flags[key].append(finding)
                else:
                    line = getattr(ways, "lines", {}).get(key, 0)
                    mend = f"known here: {', '.join((*WAYS, *_FLAGS, *_IMPLIES))}"
                    self._problems.append(Problem(path, line, f"unknown key '{key}'", mend))

    def add_exclusive(self, groups: list[list[str]]) -> None:
        """Findings of which only one holds at a time, the strongest first."""
        self._exclusive += groups

    def compiled(self) -> dict[str, Any]:
        """All that `lexicon_of` needs, as plain JSON values, without what had problems."""
        for run, path, line in self._written:
            for name in groups_in(run):
                if name not in self._groups and name != END:
                    mend = "add it to words.yaml or correct the name"
                    self._problems.append(Problem(path, line, f"there is no word group {{{name}}}", mend))
        keys = self._rarest_keys()
        return {
            "groups": self._compiled_groups(),
            "denials": self._denials(),
            "findings": [(finding, way, each.text, keys[each]) for finding, way, each in self._patterns],
            **self._implies,
            **self._flags,
            "exclusive": self._exclusive,
            "lists": {
                name: {id_: [(each.text, keys[each]) for each in patterns] for id_, patterns in ids.items()}
                for name, ids in self._lists.items()
            },
            "tables": self._tables,
        }

    def _denials(self) -> list[str]:
        """The keys of the words that deny by themselves: "not" does, the "far" of "far from" does not."""
        alone = phrases_of({_NEGATORS: [run for _, run in self._groups.get(_NEGATORS, ())]})
        return [key for key, state in alone.steps[0].items() if alone.names[state]]

    def _compiled_groups(self) -> dict[str, Any]:
        plain: dict[str, list[Run]] = {name: [] for name in self._groups}
        composites = []
        for name, runs in self._groups.items():
            for text, run in runs:
                if any(True for _ in groups_in(run)):
                    composites.append((name, text))
                else:
                    plain[name].append(run)
        phrases = phrases_of(plain)
        return {
            "names": list(self._groups),
            "nouns": self._nouns,
            "phrases": {"steps": phrases.steps, "names": phrases.names},
            "composites": composites,
        }

    def _rarest_keys(self) -> dict[Pattern, list[str]]:
        """For each pattern, of the sets of keys that it needs one each of, the one that patterns seldom need."""
        patterns = [*(pattern for _, _, pattern in self._patterns), *self._listed()]
        uses = Counter(key for pattern in patterns for need in pattern.needs for key in need)
        return {each: sorted(min(each.needs, key=lambda need: sum(uses[key] for key in need))) for each in patterns}

    def _listed(self) -> Iterator[Pattern]:
        return (pattern for ids in self._lists.values() for patterns in ids.values() for pattern in patterns)

    def _run(self, text: str, path: str, line: int) -> list[tuple[str, Run]]:
        """A phrase of a word group; none, and a problem, where it can not be one."""
        try:
            run = parse_run(text)
            if run.first is None or any(isinstance(term, Gap) for term in terms_in(run)) or END in groups_in(run):
                raise NotationError("a phrase of a word group needs a word, and can have no '...' and no {end}")
        except NotationError as error:
            self._report(error, path, line)
            return []
        self._written.append((run, path, line))
        return [(text, run)]

    def _pattern(self, text: str, path: str, line: int, triggered: bool = False) -> list[Pattern]:
        """A pattern; none, and a problem, where it can not be read, or has nothing to be `triggered` by."""
        try:
            pattern = parse(text)
            if triggered and all(part.first is None for part in pattern.parts):
                raise NotationError("a pattern needs a part that begins with a word or a group")
            if not pattern.needs:
                raise NotationError("a pattern needs a word or a group that can not be left out")
        except NotationError as error:
            self._report(error, path, line)
            return []
        self._written += [(run, path, line) for run in (*pattern.parts, *pattern.unless)]
        return [pattern]

    def _report(self, error: NotationError, path: str, line: int) -> None:
        self._problems.append(Problem(path, line, str(error), "see the notation in words.yaml"))


def _located(lines: Any) -> list[tuple[str, int]]:
    """The texts of a list (or of one text) with their lines; 0 where the document came from JSON."""
    if isinstance(lines, str):
        return [(lines, 0)]
    numbers = lines.lines if isinstance(lines, LocatedList) else [0] * len(lines or ())
    return [(str(text), line) for text, line in zip(lines or (), numbers, strict=True)]
