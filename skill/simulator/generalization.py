"""How a custom intent's samples stretch to utterances that nobody wrote down.

Amazon does not publish its model; this is a plain stand-in with a stated rule. An utterance and a sample are
each a set of features: stems of words, and slots (a slot of the sample is met by a value of its type anywhere
in the utterance). A content word and a slot weigh 1, a function word 0.35. The score is the harmonic mean of
two shares: how much of the sample was said, and how much of what was said the sample accounts for. At least
one content word or slot must be shared, and a negation on one side only halves the score: "it doesn't fit" is
no way of saying "it fits".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.simulator.entity_resolution import Span
from skill.simulator.language import Language
from skill.simulator.samples import Sample
from skill.simulator.slot_reader import FilledSlot, SlotReader
from skill.simulator.text import Words

CONTENT_WEIGHT = 1.0
FUNCTION_WEIGHT = 0.35
ONE_SIDED_NEGATION = 0.5


@dataclass(frozen=True)
class Generalized:
    """A sample that an utterance resembles, with the slots it found and its score between 0 and 1."""

    sample: Sample
    slots: tuple[FilledSlot, ...]
    score: float


@dataclass(frozen=True)
class _Features:
    """The weighted stems of some words, their total weight, and whether they negate."""

    weights: dict[str, float]
    total: float
    negated: bool


class Generalizer:
    """Scores an utterance against the samples of custom intents, but for phrase samples, which need their carrier."""

    def __init__(self, samples: Iterable[Sample], reader: SlotReader, language: Language) -> None:
        self._reader = reader
        self._language = language
        self._samples = [s for s in samples if not s.intent.is_built_in and not s.takes_a_phrase]
        self._features = [self._features_of(sample.literals) for sample in self._samples]
        self._types = sorted({slot.type for sample in self._samples for slot in sample.slots})
        self._with_stem: dict[str, list[int]] = {}
        self._with_slot: dict[str, list[int]] = {}
        for number, (sample, features) in enumerate(zip(self._samples, self._features, strict=True)):
            for stem in features.weights:
                self._with_stem.setdefault(stem, []).append(number)
            for slot in sample.slots:
                self._with_slot.setdefault(slot.type, []).append(number)

    def resembling(self, words: Words) -> Iterator[Generalized]:
        """Yield every sample that shares a content word or a slot with the words."""
        heard = self._features_of(words)
        spans = {slot_type: self._reader.find(slot_type, words) for slot_type in self._types}
        shared: dict[int, float] = {}
        touched = {number for slot_type in spans if spans[slot_type] for number in self._with_slot[slot_type]}
        for stem, weight in heard.weights.items():
            numbers = self._with_stem.get(stem, ())
            for number in numbers:
                shared[number] = shared.get(number, 0.0) + weight
            if weight == CONTENT_WEIGHT:
                touched.update(numbers)
        for number in sorted(touched):
            yield self._score(number, shared.get(number, 0.0), words, heard, spans)

    def _score(
        self, number: int, shared: float, words: Words, heard: _Features, spans: dict[str, tuple[Span, ...]]
    ) -> Generalized:
        sample, wanted = self._samples[number], self._features[number]
        slots, used = _fill(sample, spans)
        in_sample = wanted.total + len(sample.slots)
        in_utterance = heard.total + len(used) - self._weight_inside(used, words, heard, wanted)
        score = 2 * (shared + len(slots)) / (in_sample + in_utterance)
        return Generalized(sample, slots, score if heard.negated == wanted.negated else score * ONE_SIDED_NEGATION)

    def _weight_inside(self, used: list[Span], words: Words, heard: _Features, wanted: _Features) -> float:
        """Weigh the words that values take up, which count as one slot each rather than as words."""
        if not used:
            return 0.0
        inside = {self._language.stem(words[at]) for span in used for at in range(span.start, span.end)}
        return sum(heard.weights[stem] for stem in inside if stem not in wanted.weights)

    def _features_of(self, words: Sequence[str]) -> _Features:
        language = self._language
        weights = {
            language.stem(word): FUNCTION_WEIGHT if word in language.function_words else CONTENT_WEIGHT
            for word in words
        }
        return _Features(weights, sum(weights.values()), any(word in language.negators for word in words))


def _fill(sample: Sample, spans: dict[str, tuple[Span, ...]]) -> tuple[tuple[FilledSlot, ...], list[Span]]:
    """Give each slot the first value of its type that no other slot has taken, or all if it takes multiple values."""
    filled: list[FilledSlot] = []
    used: list[Span] = []
    for slot in sample.slots:
        free = [span for span in spans[slot.type] if not any(_overlap(span, other) for other in used)]
        taken = free if slot.multiple_values else free[:1]
        if taken:
            filled.append(FilledSlot(slot, tuple(span.reading for span in taken)))
            used.extend(taken)
    return tuple(filled), used


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
