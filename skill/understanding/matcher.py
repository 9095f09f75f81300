"""Finds where patterns stand in a list of words; word groups are found once for all patterns, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from skill.understanding.notation import Gap, Node, NotationError, OneOf, Run, Term, all_of, groups_in, word_key

_NAMES = ""  # the trie key under which the groups of a finished phrase stand; no word is empty


class GroupIndex:
    """Every phrase of every word group. Raises NotationError for a group that cannot be read.

    Phrases of plain words are in one trie; those that mention other groups are tried where these are found, since
    writing them out would make tens of thousands. `nouns` are groups that an article and an adjective (the groups
    "det" and "which") may stand before: they are found from there on too.
    """

    def __init__(self, groups: Mapping[str, Iterable[Run]], nouns: frozenset[str] = frozenset()) -> None:
        self.names = frozenset(groups)
        self._nouns = nouns
        self._trie: dict[str, Any] = {}
        self._composite: dict[str, list[tuple[str, Run, tuple[frozenset[str], ...]]]] = {}
        for name, runs in groups.items():
            for run in runs:
                if any(True for _ in groups_in(run)):
                    for key in run.first or ():
                        self._composite.setdefault(key, []).append((name, run, _needed_words(run)))
                else:
                    for leaf in _grown([self._trie], run):
                        leaf.setdefault(_NAMES, {})[name] = None

    def places(self, words: tuple[str, ...]) -> list[dict[str, list[int]]]:
        """For each place the keys of its word and of the groups that have a phrase there, with the places behind."""
        places: list[dict[str, list[int]]] = [{word_key(word): [at + 1]} for at, word in enumerate(words)]
        places.append({})
        said = frozenset(map(word_key, words))
        for start in range(len(words) - 1, -1, -1):
            here = places[start]
            node = self._trie.get(word_key(words[start]))
            end = start + 1
            while node is not None:
                for name in node.get(_NAMES, ()):
                    here.setdefault(name, []).append(end)
                node = node.get(word_key(words[end])) if end < len(words) else None
                end += 1
            if "det" in here or "which" in here:
                self._begin_nouns(here, places[start + 1])
            self._find_composites(places, start, said)
        return places

    def _begin_nouns(self, here: dict[str, list[int]], following: dict[str, list[int]]) -> None:
        """Nouns that begin behind an article or adjective begin with it."""
        for name in self._nouns.intersection(following):
            here.setdefault(name, []).extend(following[name])

    def _find_composites(self, places: list[dict[str, list[int]]], start: int, said: frozenset[str]) -> None:
        here = places[start]
        keys = [key for key in here if key in self._composite]
        while keys:
            for name, run, needs in self._composite.get(keys.pop(), ()):
                if any(map(said.isdisjoint, needs)):
                    continue
                known = here.get(name, [])
                new = [end for end in run.ends(places, start) if end not in known]
                if new:
                    here[name] = known + new
                    keys.append(name)


class Scan:
    """One utterance's words with the groups found in them, ready for patterns to be tried."""

    def __init__(self, words: tuple[str, ...], index: GroupIndex) -> None:
        self.words = words
        self.places = index.places(words)
        self.found = frozenset().union(*self.places)
        self._at: dict[str, list[int]] = {}

    def has(self, group: str, at: int) -> bool:
        """Whether a phrase of the group begins at a place."""
        return 0 <= at < len(self.words) and group in self.places[at]

    def behind(self, group: str, at: int) -> int | None:
        """The place behind the longest phrase of the group that begins at a place; None when none does."""
        return max(self.places[at][group]) if self.has(group, at) else None

    def starts(self, keys: Iterable[str]) -> list[int]:
        """The places that have one of the keys, in order."""
        if not self._at:
            for at, here in enumerate(self.places):
                for key in here:
                    self._at.setdefault(key, []).append(at)
        return sorted({at for key in keys for at in self._at.get(key, ())})

    def can_hold(self, needs: Iterable[frozenset[str]]) -> bool:
        """Whether something of each of the sets of keys was said: mostly not, and then a pattern need not be tried."""
        return not any(map(self.found.isdisjoint, needs))

    def may_have(self, run: Run) -> bool:
        """Whether anything that a run can begin with was said at all: mostly not, which saves looking for it."""
        return run.first is None or not run.first.isdisjoint(self.found)

    def longest(self, run: Run, at: int, limit: int) -> int | None:
        """The furthest place behind `run` at `at`, not beyond `limit`; None when it does not stand there."""
        ends = run.ends(self.places, at)
        return max((end for end in ends if end <= limit), default=None) if ends else None

    def within(self, run: Run, low: int, high: int) -> tuple[int, int] | None:
        """The first place of `run` from `low` to `high`, or None."""
        for at in range(low, high):
            if run.may_begin(self.places, at):
                end = self.longest(run, at, high)
                if end is not None:
                    return at, end
        return None


def _needed_words(run: Run) -> tuple[frozenset[str], ...]:
    """Sets of words of which a run needs one each, as far as words tell; groups are not known before they are found."""
    firsts = [node.first for node in all_of(run) if node.first]
    return tuple(first for first in firsts if all(key.startswith("=") for key in first))


def _grown(leaves: list[dict[str, Any]], node: Node) -> list[dict[str, Any]]:
    """The ends of a trie's branches after every phrase of a node was added to each; raises NotationError at a gap."""
    if isinstance(node, Term):
        return [leaf.setdefault(key, {}) for leaf in leaves for key in node.first]
    if isinstance(node, OneOf):
        return [leaf for way in node.ways for leaf in _grown(leaves, way)]
    if isinstance(node, Gap):
        raise NotationError("'...' cannot stand within a word group")
    for inner in node.nodes:
        leaves = _grown(leaves, inner)
    return leaves
