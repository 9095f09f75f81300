"""Sample utterances compiled to words and slots, and matched word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from skill.simulator.interaction_model import SEARCH_QUERY, Intent, Slot
from skill.simulator.model_parser import SLOT_IN_SAMPLE
from skill.simulator.slot_reader import FilledSlot, SlotReader
from skill.simulator.text import Words, words_of


@dataclass(frozen=True)
class Sample:
    """One sample utterance of an intent, as a sequence of words and slots."""

    intent: Intent
    text: str
    elements: tuple[str | Slot, ...]

    @cached_property
    def literals(self) -> Words:
        """The fixed words, in order."""
        return tuple(element for element in self.elements if isinstance(element, str))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, in order."""
        return tuple(element for element in self.elements if isinstance(element, Slot))

    @cached_property
    def takes_a_phrase(self) -> bool:
        """Whether it captures free text, for which its carrier phrase must be said."""
        return any(slot.type == SEARCH_QUERY for slot in self.slots)


def compile_sample(intent: Intent, text: str) -> Sample:
    """Compile "a {size} pizza" to ("a", Slot(size), "pizza")."""
    elements: list[str | Slot] = []
    for position, piece in enumerate(SLOT_IN_SAMPLE.split(text)):
        elements.extend([intent.slots[piece]] if position % 2 else words_of(piece))
    return Sample(intent, text, tuple(elements))


@dataclass(frozen=True)
class SampleMatch:
    """A sample that covers a run of the words, with the slots it fills."""

    sample: Sample
    slots: tuple[FilledSlot, ...]
    covered: int  # how many words of the utterance the sample accounts for

    @property
    def recognized(self) -> bool:
        """Whether the slots' types know all the values."""
        return all(filled.recognized for filled in self.slots)


class SampleIndex:
    """Finds the samples with slots that fit an utterance, looking only at those whose rarest word was said."""

    def __init__(self, samples: Iterable[Sample], reader: SlotReader) -> None:
        self._reader = reader
        templates = [sample for sample in samples if sample.slots]
        frequency = Counter(word for sample in templates for word in set(sample.literals))
        self._by_anchor: dict[str | None, list[Sample]] = {}
        for sample in templates:
            anchor = min(sample.literals, key=lambda word: (frequency[word], word), default=None)
            self._by_anchor.setdefault(anchor, []).append(sample)

    def whole_matches(self, words: Words) -> Iterator[SampleMatch]:
        """Yield each sample that accounts for all the words."""
        for sample in self._candidates(words):
            slots = fill(sample, words, self._reader)
            if slots is not None:
                yield SampleMatch(sample, slots, len(words))

    def phrase_matches(self, words: Words) -> Iterator[SampleMatch]:
        """Yield each phrase sample whose carrier is said somewhere after the first word; what precedes it is lost."""
        for sample in self._candidates(words):
            if not sample.takes_a_phrase or not isinstance(sample.elements[0], str):
                continue
            for start in range(1, len(words)):
                if words[start] != sample.elements[0]:
                    continue
                slots = fill(sample, words[start:], self._reader)
                if slots is not None:
                    yield SampleMatch(sample, slots, len(words) - start)
                    break

    def _candidates(self, words: Words) -> Iterator[Sample]:
        for anchor in (*sorted(set(words)), None):
            yield from self._by_anchor.get(anchor, ())


def fill(sample: Sample, words: Words, reader: SlotReader) -> tuple[FilledSlot, ...] | None:
    """Return the sample's slots filled from exactly these words, values that their types know preferred, or None."""
    ways = _ways_to_fill(sample.elements, words, reader)
    return min(ways, key=lambda slots: sum(not filled.recognized for filled in slots), default=None)


def _ways_to_fill(
    elements: tuple[str | Slot, ...], words: Words, reader: SlotReader
) -> Iterator[tuple[FilledSlot, ...]]:
    if not elements:
        if not words:
            yield ()
        return
    head, rest = elements[0], elements[1:]
    if isinstance(head, str):
        if words[:1] == (head,):
            yield from _ways_to_fill(rest, words[1:], reader)
        return
    longest = len(words) - len(rest)
    for size in range(1 if rest else max(1, longest), longest + 1):
        if rest and isinstance(rest[0], str) and words[size] != rest[0]:
            continue
        filled = reader.read(head, words[:size])
        if filled is not None:
            for others in _ways_to_fill(rest, words[size:], reader):
                yield (filled, *others)
