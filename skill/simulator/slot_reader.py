"""Reads spoken words as the value of a slot, by the kind of its type: phrase, number, length of time, or list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from skill.simulator.builtin_slots import DURATION, NUMBER, read_duration, read_number
from skill.simulator.entity_resolution import EntityResolver, SlotReading, Span, cut
from skill.simulator.interaction_model import SEARCH_QUERY, InteractionModel, Slot, SlotType
from skill.simulator.language import Language
from skill.simulator.text import Words

# A recognizer trained on a list takes phrases of the shape it has seen. Here: up to twice as long as the
# longest listed value, and five words in any case.
SHAPE_STRETCH = 2
SHAPE_FLOOR = 5

_LONGEST_AMOUNT = 8  # words of a number or a length of time looked for inside an utterance

AmountReader = Callable[[Words, Language], str | None]


@dataclass(frozen=True)
class FilledSlot:
    """A slot with what was heard for it; more than one reading only where the slot takes multiple values."""

    slot: Slot
    readings: tuple[SlotReading, ...]

    @property
    def recognized(self) -> bool:
        """Whether the slot's type knew every value."""
        return all(reading.recognized for reading in self.readings)


class SlotReader:
    """Reads words as slot values, knowing the model's slot types."""

    def __init__(self, model: InteractionModel, language: Language) -> None:
        self._language = language
        self._amounts: dict[str, AmountReader] = {NUMBER: read_number, DURATION: read_duration}
        self._resolvers = {name: EntityResolver(type_, language) for name, type_ in model.types.items()}
        self._no_list = EntityResolver(SlotType("", ()), language)

    def is_amount(self, slot_type: str) -> bool:
        """Whether the type takes nothing but numbers or lengths of time."""
        return slot_type in self._amounts

    def read(self, slot: Slot, words: Words) -> FilledSlot | None:
        """Read all the words as the slot's value, or return None where its type would not take them."""
        if slot.type == SEARCH_QUERY:
            return FilledSlot(slot, (SlotReading(cut(words)),))
        if slot.type in self._amounts:
            value = self._amounts[slot.type](words, self._language)
            return FilledSlot(slot, (SlotReading(value, recognized=True),)) if value else None
        resolver = self._resolvers.get(slot.type, self._no_list)
        whole = resolver.resolve(words)
        parts = (whole,) if whole.recognized or not slot.multiple_values else tuple(self._parts(resolver, words))
        limit = max(SHAPE_FLOOR, SHAPE_STRETCH * resolver.longest)
        fits = all(part.recognized or len(part.value.split()) <= limit for part in parts)
        return FilledSlot(slot, parts) if parts and fits else None

    def find(self, slot_type: str, words: Words) -> tuple[Span, ...]:
        """Return the recognized values of a type within an utterance; a phrase or an open type has none."""
        if slot_type in self._amounts:
            return tuple(self._find_amounts(self._amounts[slot_type], words))
        resolver = self._resolvers.get(slot_type)
        return tuple(resolver.find(words)) if resolver else ()

    def _parts(self, resolver: EntityResolver, words: Words) -> Iterator[SlotReading]:
        """Split "ham and blue cheese" into listed values and, between them, what is not listed."""
        end = 0
        for span in resolver.find(words):
            yield from self._unlisted(resolver, words[end : span.start])
            yield span.reading
            end = span.end
        yield from self._unlisted(resolver, words[end:])

    def _unlisted(self, resolver: EntityResolver, words: Words) -> Iterator[SlotReading]:
        for joins, run in groupby(words, key=lambda word: word in self._language.list_joiners):
            part = tuple(run)
            if not joins and not self._language.function_words.issuperset(part):
                yield resolver.resolve(part)

    def _find_amounts(self, read: AmountReader, words: Words) -> Iterator[Span]:
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + _LONGEST_AMOUNT), start, -1):
                value = read(words[start:end], self._language)
                if value is not None:
                    yield Span(start, end, SlotReading(value, recognized=True))
                    start = end
                    break
            else:
                start += 1
