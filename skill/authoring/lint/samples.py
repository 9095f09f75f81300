"""Rules about sample utterances."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import BUILT_IN, SEARCH_QUERY, ModelView, slots_in, without_slots

# Amazon: "only unicode characters, spaces, periods for abbreviations, underscores, possessive apostrophes, and
# hyphens".
_NOT_ALLOWED = re.compile(r"[^\w\s.'\u2019-]")
_STRAY_PERIOD = re.compile(r"(?<!\b\w)\.")


def characters(model: ModelView) -> Iterator[Fault]:
    """A sample may hold letters, spaces, apostrophes, hyphens, and periods in abbreviations."""
    for place, sample in _samples(model):
        words = without_slots(sample)
        for found in dict.fromkeys(_NOT_ALLOWED.findall(words)):
            yield Fault(place, f"the sample holds '{found}'", "write it as it is spoken, in words")
        if _STRAY_PERIOD.search(words):
            yield Fault(place, "a period ends no abbreviation", "a period stands only after a single letter")


def duplicates(model: ModelView) -> Iterator[Fault]:
    """The same words, slots of one type counting as the same, reach two intents."""
    first: dict[str, str] = {}
    for intent in model.intents.values():
        for sample in intent.samples:
            types = {name: slot.type for name, slot in intent.slots.items()}
            normalized = _normalized(sample, types)
            other = first.setdefault(normalized, intent.name)
            if other != intent.name:
                what = f"the sample also belongs to intent {other}"
                yield Fault(_place(intent.place, sample), what, "keep it in one of them")


def repeated(model: ModelView) -> Iterator[Fault]:
    """A sample stands twice in one intent."""
    for intent in model.intents.values():
        seen: set[str] = set()
        for sample in intent.samples:
            normalized = _normalized(sample, {})
            if normalized in seen:
                yield Fault(_place(intent.place, sample), "the sample stands twice", "remove one of them")
            seen.add(normalized)


def missing(model: ModelView) -> Iterator[Fault]:
    """A custom intent without samples is never reached."""
    for intent in model.intents.values():
        if not intent.samples and not intent.name.startswith(BUILT_IN):
            yield Fault(intent.place, "has no samples", "write at least one")


def slots_within(model: ModelView) -> Iterator[Fault]:
    """A slot twice in a sample, or one that the intent does not have."""
    for intent in model.intents.values():
        for sample in intent.all_samples():
            used = slots_in(sample)
            for name in dict.fromkeys(used):
                if name not in intent.slots:
                    what = f"there is no slot {{{name}}}"
                    yield Fault(_place(intent.place, sample), what, "add it to the intent or correct its name")
                if used.count(name) > 1:
                    what = f"the slot {{{name}}} stands twice"
                    yield Fault(_place(intent.place, sample), what, "use a second slot of the same type")


def phrase_slots(model: ModelView) -> Iterator[Fault]:
    """AMAZON.SearchQuery needs a carrier phrase and stands with no other slot."""
    for intent in model.intents.values():
        phrases = {name for name, slot in intent.slots.items() if slot.type == SEARCH_QUERY}
        for sample in intent.samples:
            used = slots_in(sample)
            if not phrases.intersection(used):
                continue
            if len(used) > 1:
                what = f"{SEARCH_QUERY} stands beside another slot"
                yield Fault(_place(intent.place, sample), what, "keep one slot in the sample")
            if not without_slots(sample):
                what = f"{SEARCH_QUERY} has no carrier phrase"
                yield Fault(_place(intent.place, sample), what, "put words before or after the slot")


def _samples(model: ModelView) -> Iterator[tuple[str, str]]:
    for intent in model.intents.values():
        yield from ((_place(intent.place, sample), sample) for sample in intent.all_samples())


def _place(intent: str, sample: str) -> str:
    return f'{intent}, sample "{sample}"'


def _normalized(sample: str, types: dict[str, str]) -> str:
    for name in slots_in(sample):
        sample = sample.replace(f"{{{name}}}", f"{{{types.get(name, name)}}}")
    return " ".join(sample.lower().replace("\u2019", "'").split())
