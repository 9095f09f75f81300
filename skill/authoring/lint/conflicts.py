"""Rules about samples that are nothing but a slot: what they would take from one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import ModelView, Slot
from skill.simulator.builtin_slots import DURATION, NUMBER, read_duration, read_number
from skill.simulator.language import Language
from skill.simulator.text import words_of

_MEND = "keep the words in one of them, or give one a carrier phrase"
_READERS = {NUMBER: read_number, DURATION: read_duration}
_SHOWN = 3


@dataclass(frozen=True)
class _Bare:
    intent: str
    slot: Slot
    texts: Mapping[str, str]  # normalized -> as written

    @property
    def place(self) -> str:
        return f"intent {self.intent}, bare slot {{{self.slot.name}}}"


def bare_slots(model: ModelView, language: Language) -> Iterator[Fault]:
    """Two bare slots that take the same words: which intent gets them is chance."""
    for one, other in combinations(_bare(model), 2):
        if one.intent == other.intent:
            continue
        if one.slot.type == other.slot.type:
            what = f"intent {other.intent} has a bare slot of the same type {one.slot.type}"
            yield Fault(one.place, what, _MEND)
        elif shared := _shared(one, other, language):
            what = f"intent {other.intent}, bare slot {{{other.slot.name}}} takes {_listed(shared)} too"
            yield Fault(one.place, what, _MEND)


def bare_slots_and_samples(model: ModelView, language: Language) -> Iterator[Fault]:
    """A bare slot whose type lists what another intent has as a whole sample, such as "no"."""
    samples = _whole_samples(model, language)
    for bare in _bare(model):
        by_intent: dict[str, list[str]] = {}
        for text, written in bare.texts.items():
            for intent in samples.get(text, ()):
                if intent != bare.intent:
                    by_intent.setdefault(intent, []).append(written)
        for intent, shared in by_intent.items():
            yield Fault(bare.place, f"{_listed(shared)} is also a sample of intent {intent}", _MEND)


def _bare(model: ModelView) -> list[_Bare]:
    return [
        _Bare(intent.name, slot, _texts(model, slot.type))
        for intent in model.intents.values()
        for slot in intent.bare_slots()
    ]


def _texts(model: ModelView, slot_type: str) -> dict[str, str]:
    values = model.types[slot_type].values if slot_type in model.types else ()
    return {_normalized(text): text for value in values for text in value.texts}


def _shared(one: _Bare, other: _Bare, language: Language) -> list[str]:
    """What both take: listed by both, or a number or length of time that the other lists."""
    listed = [text for normalized, text in one.texts.items() if normalized in other.texts]
    for amounts, texts in ((one, other.texts), (other, one.texts)):
        read = _READERS.get(amounts.slot.type)
        if read:
            listed += [text for text in texts.values() if read(words_of(text), language)]
    return listed


def _whole_samples(model: ModelView, language: Language) -> dict[str, list[str]]:
    """Sample without slots -> the intents that have it, the stock phrases of built-in intents included."""
    found: dict[str, list[str]] = {}
    for intent in model.intents.values():
        for sample in (*intent.samples, *language.built_in_intents.get(intent.name, ())):
            if "{" not in sample and intent.name not in found.setdefault(_normalized(sample), []):
                found[_normalized(sample)].append(intent.name)
    return found


def _listed(texts: list[str]) -> str:
    shown = ", ".join(f'"{text}"' for text in texts[:_SHOWN])
    return shown + (f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else "")


def _normalized(text: str) -> str:
    return " ".join(words_of(text))
