"""Typed words to an intent and its slots, from the interaction model alone, close to what Amazon documents.

The order of preference, each rule with its score so that rules can compete:

1. A built-in intent's stock phrase, or a sample without slots, said word for word: 1. Built-in intents match
   in no other way.
2. A value that the elicited slot's type knows (see `elicitation`): 1.
3. A sample with slots, word for word around values that their types know: 1.
4. A phrase sample (AMAZON.SearchQuery) whose carrier begins the utterance: 0.9. Between intents the longest
   carrier wins, being the most specific; within the intent the shortest, leaving the most words to the slot.
5. A phrase sample whose carrier comes later: 0.9, scaled by the share of the words that it carries.
6. Other answers to the elicited slot: 0.65 to 0.95.
7. A sample with values outside the lists: 0.4 to 1, by the share of its words and known values in what was
   said.
8. A sample that the utterance resembles (see `generalization`): at most 0.95.

The highest score wins, the elicited slot on a tie. Below the threshold of the model's fallback sensitivity
the utterance goes to AMAZON.FallbackIntent. `strict` leaves rules 1 to 4 and 6 only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from skill.simulator.elicitation import ElicitationReader
from skill.simulator.generalization import CONTENT_WEIGHT, FUNCTION_WEIGHT, Generalizer
from skill.simulator.interaction_model import FALLBACK_INTENT, Intent, InteractionModel, Sensitivity
from skill.simulator.language import Language
from skill.simulator.match import Elicited, How, Match
from skill.simulator.samples import Sample, SampleIndex, SampleMatch, compile_sample
from skill.simulator.slot_reader import SlotReader
from skill.simulator.text import Words, without_fillers, words_of

CARRIER = 0.9
CARRIED_FLOOR = 0.4  # of CARRIER, for a carrier so late that it carries next to nothing
LEAST_CARRIED = 3  # words, carrier included
UNLISTED_FLOOR = 0.4
UNLISTED_SHARE = 0.6
GENERALIZED_CEILING = 0.95
THRESHOLDS = {Sensitivity.LOW: 0.45, Sensitivity.MEDIUM: 0.55, Sensitivity.HIGH: 0.65}


class LanguageUnderstanding:
    """Understands utterances by one interaction model; everything that can be is worked out beforehand."""

    def __init__(self, model: InteractionModel, language: Language, *, strict: bool = False) -> None:
        self._model = model
        self._language = language
        self._strict = strict
        reader = SlotReader(model, language)
        samples = [compile_sample(intent, text) for intent in model.intents.values() for text in intent.samples]
        self._fixed = _fixed_utterances(model, samples, language)
        self._index = SampleIndex(samples, reader)
        self._generalizer = Generalizer(samples, reader, language)
        self._elicitation = ElicitationReader(reader, language)

    def understand(self, text: str, elicited: Elicited | None = None) -> Match:
        """Return the intent for what was said, which is the fallback intent when nothing fits."""
        spoken = words_of(text)
        words = without_fillers(spoken, self._language)
        fixed = self._fixed.get(spoken) or self._fixed.get(words)
        if fixed:
            return fixed
        best = max(self._candidates(words, elicited), key=lambda match: match.score, default=None)
        if best and best.score >= THRESHOLDS[self._model.fallback_sensitivity]:
            return best
        return self._fallback(best)

    def _candidates(self, words: Words, elicited: Elicited | None) -> Iterator[Match]:
        """Yield what the words may mean; of equal scores the first wins."""
        if not words:
            return
        if elicited:
            yield from self._answers(words, elicited)
        whole = list(self._index.whole_matches(words))
        yield from _listed(whole)
        yield from _carried([match for match in whole if match.sample.takes_a_phrase])
        if not self._strict:
            yield from _later_carried(self._index.phrase_matches(words), len(words))
            yield from self._unlisted(whole)
            yield from self._generalized(words)

    def _answers(self, words: Words, elicited: Elicited) -> Iterator[Match]:
        intent = self._model.intents.get(elicited.intent)
        slot = intent.slots.get(elicited.slot) if intent else None
        answer = self._elicitation.read(intent, slot, words) if intent and slot else None
        if answer:
            yield answer

    def _unlisted(self, whole: Iterable[SampleMatch]) -> Iterator[Match]:
        for match in whole:
            if not (match.recognized or match.sample.takes_a_phrase or match.sample.intent.is_built_in):
                yield _as_match(match, How.EXACT, UNLISTED_FLOOR + UNLISTED_SHARE * self._known_share(match))

    def _generalized(self, words: Words) -> Iterator[Match]:
        found = max(self._generalizer.resembling(words), key=lambda generalized: generalized.score, default=None)
        if found:
            slots = {filled.slot.name: filled for filled in found.slots}
            score = min(found.score, GENERALIZED_CEILING)
            yield Match(found.sample.intent.name, slots, How.GENERALIZED, score, found.sample.text)

    def _known_share(self, match: SampleMatch) -> float:
        known = sum(map(self._weight, match.sample.literals))
        unlisted = 0.0
        for reading in (reading for filled in match.slots for reading in filled.readings):
            if reading.recognized:
                known += CONTENT_WEIGHT
            else:
                unlisted += sum(map(self._weight, reading.value.split()))
        return known / (known + unlisted)

    def _weight(self, word: str) -> float:
        return FUNCTION_WEIGHT if word in self._language.function_words else CONTENT_WEIGHT

    def _fallback(self, best: Match | None) -> Match:
        """Return the fallback intent; a model without one gets its nearest intent, as Alexa forces one to fit."""
        if FALLBACK_INTENT in self._model.intents:
            return Match(FALLBACK_INTENT, how=How.FALLBACK, score=best.score if best else 0.0)
        custom = [intent.name for intent in self._model.intents.values() if not intent.is_built_in]
        return best or Match(custom[0] if custom else next(iter(self._model.intents)), how=How.FALLBACK, score=0.0)


@lru_cache(maxsize=8)
def understanding_of(model: InteractionModel, language: Language, *, strict: bool) -> LanguageUnderstanding:
    """One for all devices with the same model: to make it takes longer than a conversation."""
    return LanguageUnderstanding(model, language, strict=strict)


def _fixed_utterances(model: InteractionModel, samples: Iterable[Sample], language: Language) -> dict[Words, Match]:
    """Map each utterance without slots to its intent; the model's own samples come before Amazon's stock phrases."""
    fixed: dict[Words, Match] = {}
    stock = (_stock_samples(intent, language) for intent in model.intents.values())
    for sample in (*samples, *(sample for phrases in stock for sample in phrases)):
        if not sample.slots:
            fixed.setdefault(sample.literals, Match(sample.intent.name, sample=sample.text))
    return fixed


def _stock_samples(intent: Intent, language: Language) -> Iterator[Sample]:
    for phrase in language.built_in_intents.get(intent.name, ()):
        yield compile_sample(intent, phrase)


def _listed(whole: Iterable[SampleMatch]) -> Iterator[Match]:
    for match in sorted(whole, key=lambda match: -len(match.sample.literals)):
        if match.recognized:
            yield _as_match(match, How.EXACT, 1.0)


def _carried(matches: Iterable[SampleMatch]) -> Iterator[Match]:
    best = _most_carried(matches)
    if best:
        yield _as_match(best, How.EXACT, CARRIER)


def _later_carried(matches: Iterable[SampleMatch], heard: int) -> Iterator[Match]:
    enough = [match for match in matches if match.covered >= LEAST_CARRIED]
    most = max((match.covered for match in enough), default=0)
    best = _most_carried(match for match in enough if match.covered == most)
    if best:
        share = CARRIED_FLOOR + (1 - CARRIED_FLOOR) * best.covered / heard
        yield _as_match(best, How.GENERALIZED, CARRIER * share)


def _most_carried(matches: Iterable[SampleMatch]) -> SampleMatch | None:
    """Choose the intent with the longest carrier, and of its samples the one with the shortest."""
    by_length = sorted(matches, key=lambda match: len(match.sample.literals))
    if not by_length:
        return None
    intent = by_length[-1].sample.intent.name
    return next(match for match in by_length if match.sample.intent.name == intent)


def _as_match(match: SampleMatch, how: How, score: float) -> Match:
    slots = {filled.slot.name: filled for filled in match.slots}
    return Match(match.sample.intent.name, slots, how, score, match.sample.text)
