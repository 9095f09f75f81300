"""Reads an utterance as the answer to the slot that was just elicited."""

from __future__ import annotations

from skill.simulator.interaction_model import SEARCH_QUERY, Intent, Slot
from skill.simulator.language import Language
from skill.simulator.match import How, Match
from skill.simulator.samples import compile_sample, fill
from skill.simulator.slot_reader import FilledSlot, SlotReader
from skill.simulator.text import Words

# The bias towards the elicited slot, as scores that compete with what other intents reach.
WHOLE_KNOWN = 1.0  # the utterance is a value that the type knows, or fits a sample of the slot
CONTAINED = 0.75  # it contains such a value ...
CONTAINED_SHARE = 0.2  # ... plus so much times the share of the content words that the value makes up
PHRASE = 0.85  # any words answer a phrase slot, sooner than they follow the carrier phrase of another intent
UNLISTED = 0.65  # words outside the list, of the shape of an answer


class ElicitationReader:
    """Reads answers to elicited slots; an elicited phrase slot needs no carrier phrase."""

    def __init__(self, reader: SlotReader, language: Language) -> None:
        self._reader = reader
        self._language = language

    def read(self, intent: Intent, slot: Slot, words: Words) -> Match | None:
        """Return the best reading of the words as the slot's value, or None where they are no answer to it."""
        whole = self._reader.read(slot, words)
        if whole is not None and whole.recognized:
            return _match(intent, whole, WHOLE_KNOWN)
        return (
            self._by_slot_sample(intent, slot, words)
            or self._contained(intent, slot, words, whole)
            or self._bare(intent, whole)
        )

    def _by_slot_sample(self, intent: Intent, slot: Slot, words: Words) -> Match | None:
        for text in slot.samples:
            slots = fill(compile_sample(intent, text), words, self._reader)
            if slots:
                filled = {slot.slot.name: slot for slot in slots}
                return Match(intent.name, filled, How.ELICITED, WHOLE_KNOWN, text)
        return None

    def _contained(self, intent: Intent, slot: Slot, words: Words, whole: FilledSlot | None) -> Match | None:
        """Take the value out of "the big one I think"; a list's value among words that negate is not taken out.

        A slot with multiple values takes the words between the known values too, as they may name more.
        """
        if not (self._reader.is_amount(slot.type) or self._language.negators.isdisjoint(words)):
            return None
        spans = self._reader.find(slot.type, words)
        if not spans:
            return None
        taken = spans if slot.multiple_values else spans[:1]
        filled = FilledSlot(slot, tuple(span.reading for span in taken))
        known = {at for span in taken for at in range(span.start, span.end)}
        content = [at for at, word in enumerate(words) if at in known or word not in self._language.function_words]
        score = CONTAINED + CONTAINED_SHARE * len(known) / len(content)
        return _match(intent, whole if whole and slot.multiple_values else filled, score)

    def _bare(self, intent: Intent, whole: FilledSlot | None) -> Match | None:
        if whole is None:
            return None
        return _match(intent, whole, PHRASE if whole.slot.type == SEARCH_QUERY else UNLISTED)


def _match(intent: Intent, filled: FilledSlot, score: float) -> Match:
    return Match(intent.name, {filled.slot.name: filled}, How.ELICITED, score)
