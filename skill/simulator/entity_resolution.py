"""Resolves spoken slot values to the entities of a slot type, as the `resolutions` of a request report them.

A value outside the list still fills the slot; it only resolves to nothing. A match is a name or synonym said
word for word, give or take a leading article and a plural ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skill.simulator.interaction_model import SlotType, SlotValue
from skill.simulator.language import Language
from skill.simulator.text import Words, words_of

LONGEST_VALUE = 140  # characters; Amazon: "Slot value length exceeds the limit of 140 characters"


@dataclass(frozen=True)
class SlotReading:
    """One value of a slot: the text delivered, and the entities it resolves to.

    `authority` names the type whose list was consulted, and is None for types without one (numbers, phrases).
    `recognized` says whether the type knew the value: an entity, a number, a length of time.
    """

    value: str
    entities: tuple[SlotValue, ...] = ()
    authority: str | None = None
    recognized: bool = False


@dataclass(frozen=True)
class Span:
    """A value found within an utterance: words `start` up to, but not including, `end`."""

    start: int
    end: int
    reading: SlotReading


class EntityResolver:
    """Finds the entities of one slot type in spoken words."""

    def __init__(self, slot_type: SlotType, language: Language) -> None:
        self._type = slot_type
        self._language = language
        self._entities: dict[Words, list[SlotValue]] = {}
        for value in slot_type.values:
            for spoken in (value.name, *value.synonyms):
                entities = self._entities.setdefault(self._key(words_of(spoken)), [])
                if value not in entities:
                    entities.append(value)
        self.longest = max(map(len, self._entities), default=0)
        self._lengths = _lengths_by_first_word(self._entities)

    def resolve(self, words: Words) -> SlotReading:
        """Read all the words as one value, whether or not it is in the list."""
        entities = tuple(self._entities.get(self._key(words), ()))
        return SlotReading(cut(words), entities, self._type.name, bool(entities))

    def find(self, words: Words) -> Iterator[Span]:
        """Yield the listed values within the words, from the left, the longest first, none overlapping another."""
        start = 0
        while start < len(words):
            span = self._longest_at(words, start)
            if span:
                yield span
            start = span.end if span else start + 1

    def _longest_at(self, words: Words, start: int) -> Span | None:
        first = words[start]
        if first in self._language.articles:
            return None  # the value starts after its article
        for length in self._lengths.get(_singular(first), ()):
            said = words[start : start + length]
            if len(said) == length and self._key(said) in self._entities:
                return Span(start, start + length, self.resolve(said))
        return None

    def _key(self, words: Words) -> Words:
        bare = words[1:] if len(words) > 1 and words[0] in self._language.articles else words
        return (*bare[:-1], _singular(bare[-1])) if bare else bare


def _lengths_by_first_word(keys: Iterable[Words]) -> dict[str, tuple[int, ...]]:
    """Map the word a value begins with to the lengths of such values, the longest first."""
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(_singular(key[0]) if key else "", set()).add(len(key))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def cut(words: Words) -> str:
    """Join words to a slot value, cut after the last whole word that fits into 140 characters."""
    value = " ".join(words)
    if len(value) <= LONGEST_VALUE:
        return value
    return value[: LONGEST_VALUE + 1].rpartition(" ")[0] or value[:LONGEST_VALUE]
