"""Finds where patterns stand in a list of words; word groups are found once for all patterns, in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from skill.understanding.notation import Pattern, Run, Term, all_of, word_key
from skill.understanding.phrases import Phrases


@dataclass(frozen=True, slots=True)
class _Composite:
    """A phrase of a word group that mentions other groups; `needs` as of a Pattern, as far as words tell.

    An `alias` is just another group: it ends where that does.
    """

    name: str
    run: Run
    needs: tuple[frozenset[str], ...]
    alias: bool


class GroupIndex:
    """Every phrase of every word group.

    Phrases that mention other groups are tried where these are found. `nouns` are groups that an article and an
    adjective (the groups "det" and "which") may stand before: they are found from there on too. `listed` are the
    patterns of the lexicon's lists.
    """

    def __init__(
        self,
        names: Iterable[str],
        phrases: Phrases,
        composites: Iterable[tuple[str, Run]],
        nouns: Iterable[str] = (),
        listed: Iterable[Pattern] = (),
    ) -> None:
        self.names = frozenset(names)
        self._nouns = frozenset(nouns)
        self._phrases = phrases
        self._listed: dict[str, list[Pattern]] = {}
        for pattern in listed:
            for key in pattern.keys:
                self._listed.setdefault(key, []).append(pattern)
        self._composites: dict[str, list[_Composite]] = {}
        for name, run in composites:
            alias = len(run.nodes) == 1 and isinstance(run.nodes[0], Term)
            composite = _Composite(name, run, _needed_words(run), alias)
            for key in run.first or ():
                self._composites.setdefault(key, []).append(composite)

    def needing(self, found: Iterable[str]) -> Iterable[Pattern]:
        """The listed patterns that need one of the keys."""
        return dict.fromkeys(pattern for key in found for pattern in self._listed.get(key, ()))

    def places(self, words: tuple[str, ...]) -> list[dict[str, list[int]]]:
        """For each place the keys of its word and of the groups that have a phrase there, with the places behind."""
        keys = [word_key(word) for word in words]
        places: list[dict[str, list[int]]] = [{key: [at]} for at, key in enumerate(keys, 1)]
        places.append({})
        said = frozenset(keys)
        steps, names = self._phrases.steps, self._phrases.names
        for start in range(len(words) - 1, -1, -1):
            here = places[start]
            state = steps[0].get(keys[start])
            end = start + 1
            while state is not None:
                for name in names[state]:
                    here.setdefault(name, []).append(end)
                state = steps[state].get(keys[end]) if end < len(keys) else None
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
        keys = [key for key in here if key in self._composites]
        while keys:
            key = keys.pop()
            for composite in self._composites[key]:
                if composite.alias:
                    ends: Collection[int] = here[key]
                elif any(map(said.isdisjoint, composite.needs)):
                    continue
                else:
                    ends = composite.run.ends(places, start)
                if not ends:
                    continue
                known = here.get(composite.name)
                new = [end for end in ends if end not in known] if known else list(ends)
                if new:
                    here[composite.name] = known + new if known else new
                    if composite.name in self._composites:
                        keys.append(composite.name)


class Scan:
    """One utterance's words with the groups found in them, ready for patterns to be tried."""

    def __init__(self, words: tuple[str, ...], index: GroupIndex) -> None:
        self.words = words
        self.places = index.places(words)
        self.found = frozenset().union(*self.places)
        self._index = index
        self._at: dict[str, list[int]] = {}

    @cached_property
    def listed(self) -> Mapping[str, list[Pattern]]:
        """The patterns of the lexicon's lists for which everything that they need was said, by the list's name."""
        lists: dict[str, list[Pattern]] = {}
        for pattern in self._index.needing(self.found):
            if self.can_hold(pattern.further_needs):
                lists.setdefault(pattern.list, []).append(pattern)
        return lists

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
        return sorted({at for key in self.found.intersection(keys) for at in self._at.get(key, ())})

    def can_hold(self, needs: Iterable[frozenset[str]]) -> bool:
        """Whether something of each of the sets of keys was said: mostly not, and then a pattern need not be tried."""
        found = self.found
        for need in needs:  # noqa: SIM110 - `all` would take three times as long, hundreds of times an utterance
            if need.isdisjoint(found):
                return False
        return True

    def may_have(self, run: Run) -> bool:
        """Whether anything that a run can begin with was said at all: mostly not, which saves looking for it."""
        return run.first is None or not run.first.isdisjoint(self.found)

    def all_of(self, run: Run) -> Iterator[tuple[int, Collection[int]]]:
        """Every place where a run stands, with the places behind it."""
        starts = range(len(self.words)) if run.first is None else self.starts(run.first)
        return ((at, ends) for at in starts if (ends := run.ends(self.places, at)))

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
