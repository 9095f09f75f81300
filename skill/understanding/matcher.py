"""Finds where patterns stand in a list of words; word groups are found once for all patterns, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.understanding.notation import (
    GAP_WORDS,
    Group,
    Node,
    OneOf,
    Sequence,
    Word,
    beginnings,
    phrases,
)

_NAMES = ""  # the trie key under which the groups of a finished phrase stand; no word is empty


class GroupIndex:
    """Every phrase of every word group. Raises NotationError for a group that cannot be read.

    Phrases of plain words are in one trie; those that mention other groups are tried where these are found, since
    writing them out would make tens of thousands. `nouns` are groups that an article and an adjective (the groups
    "det" and "which") may stand before: they are found from there on too.
    """

    def __init__(self, groups: Mapping[str, tuple[Sequence, ...]], nouns: frozenset[str] = frozenset()) -> None:
        self.names = frozenset(groups)
        self._nouns = nouns
        self._root: dict[str, Any] = {}
        self._composite: dict[Key, list[tuple[str, Sequence]]] = {}
        for name, sequences in groups.items():
            for sequence in sequences:
                if any(True for _ in groups_in(sequence)):
                    for key in first_keys(sequence):
                        self._composite.setdefault(key, []).append((name, sequence))
                else:
                    for phrase in phrases(sequence):
                        self._add(phrase, name)

    def _add(self, phrase: tuple[str, ...], name: str) -> None:
        node = self._root
        for word in phrase:
            node = node.setdefault(word, {})
        node.setdefault(_NAMES, {})[name] = None

    def find(self, scan: Scan) -> None:
        """Fill `scan.groups`: for each position the groups that have a phrase there, with the positions behind."""
        words = scan.words
        for start in range(len(words) - 1, -1, -1):
            here = scan.groups[start]
            node = self._root.get(words[start])
            end = start + 1
            while node is not None:
                for name in node.get(_NAMES, ()):
                    here.setdefault(name, []).append(end)
                node = node.get(words[end]) if end < len(words) else None
                end += 1
            if "det" in here or "which" in here:
                self._begin_nouns(scan, start)
            self._find_composites(scan, start)

    def _begin_nouns(self, scan: Scan, start: int) -> None:
        """Nouns that begin behind an article or adjective begin with it."""
        if start + 1 < len(scan.words):
            for name, ends in scan.groups[start + 1].items():
                if name in self._nouns:
                    scan.groups[start].setdefault(name, []).extend(ends)

    def _find_composites(self, scan: Scan, start: int) -> None:
        here = scan.groups[start]
        keys = list(keys_at(scan, start))
        while keys:
            for name, sequence in self._composite.get(keys.pop(), ()):
                known = here.setdefault(name, [])
                new = [end for end in scan.ends(sequence, start) if end not in known]
                known += new
                if new:
                    keys.append(("group", name))
                elif not known:
                    del here[name]


class Scan:
    """One utterance's words with the groups found in them, ready for patterns to be tried."""

    def __init__(self, words: tuple[str, ...], index: GroupIndex) -> None:
        self.words = words
        self.groups: list[dict[str, list[int]]] = [{} for _ in words]
        index.find(self)

    def has(self, group: str, at: int) -> bool:
        """Whether a phrase of the group begins at a position."""
        return 0 <= at < len(self.words) and group in self.groups[at]

    def ends(self, node: Node, at: int) -> list[int]:
        """The positions behind `node` when it begins at `at`; none when it does not stand there."""
        if isinstance(node, Sequence):
            return self._sequence_ends(node, at)
        if isinstance(node, Word):
            return [at + 1] if at < len(self.words) and self.words[at] in node.forms else []
        if isinstance(node, Group):
            return self.groups[at].get(node.name, []) if at < len(self.words) else []
        if isinstance(node, OneOf):
            ways = node.beginning_with(self.words[at] if at < len(self.words) else "")
            return [end for way in ways if self.may_begin(way, at) for end in self._sequence_ends(way, at)]
        return list(range(at, min(at + GAP_WORDS, len(self.words)) + 1))

    def may_begin(self, sequence: Sequence, at: int) -> bool:
        """Whether a sequence can begin at a position by its first word: most can not, and need no closer look."""
        first = sequence.beginnings or beginnings(sequence)
        if first.anything:
            return True
        if at >= len(self.words):
            return False
        return self.words[at] in first.words or not first.groups.isdisjoint(self.groups[at])

    def _sequence_ends(self, sequence: Sequence, at: int) -> list[int]:
        ends = [at]
        for node in sequence.nodes:
            if len(ends) == 1:  # nearly always, and then a plain call is all it takes
                ends = self.ends(node, ends[0])
            else:
                ends = [further for end in ends for further in self.ends(node, end)]
            if not ends:
                break
        return ends

    def longest(self, node: Sequence, at: int, limit: int) -> int | None:
        """The furthest position behind `node` at `at`, not beyond `limit`; None when it does not stand there."""
        ends = [end for end in self.ends(node, at) if end <= limit]
        return max(ends) if ends else None

    def within(self, node: Sequence, low: int, high: int) -> tuple[int, int] | None:
        """The first place of `node` from `low` to `high`, or None."""
        for at in range(low, high):
            if self.may_begin(node, at):
                end = self.longest(node, at, high)
                if end is not None:
                    return at, end
        return None


Key = tuple[str, str]  # ("word", a word) or ("group", a group's name)


def first_keys(sequence: Sequence) -> set[Key]:
    """What a sequence can begin with, as keys of an index; empty when that is anything."""
    first = beginnings(sequence)
    return {("word", word) for word in first.words} | {("group", name) for name in first.groups}


def keys_at(scan: Scan, at: int) -> Iterator[Key]:
    """What begins at a position, as keys of first_keys."""
    yield ("word", scan.words[at])
    for name in scan.groups[at]:
        yield ("group", name)


def groups_in(node: Node) -> Iterable[str]:
    """The names of all groups that a node mentions."""
    if isinstance(node, Group):
        yield node.name
    elif isinstance(node, Sequence):
        for inner in node.nodes:
            yield from groups_in(inner)
    elif isinstance(node, OneOf):
        for way in node.ways:
            yield from groups_in(way)
