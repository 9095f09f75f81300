"""Rules about slots and slot types."""

from __future__ import annotations

from collections.abc import Iterator

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import BUILT_IN, ModelView, slots_in

LONGEST_VALUE = 140  # characters; Amazon: "Slot value length exceeds the limit of 140 characters"


def undefined_types(model: ModelView) -> Iterator[Fault]:
    """A slot of a type that nobody defines."""
    for intent in model.intents.values():
        for slot in intent.slots.values():
            if slot.type not in model.types and not slot.type.startswith(BUILT_IN):
                what = f"the type {slot.type or '(none)'} is not defined"
                yield Fault(f"{intent.place}, slot {slot.name}", what, "define it or correct its name")


def unused_types(model: ModelView) -> Iterator[Fault]:
    """A type that no slot has."""
    used = {slot.type for intent in model.intents.values() for slot in intent.slots.values()}
    for each in model.types.values():
        if each.name not in used and not each.name.startswith(BUILT_IN):
            yield Fault(each.place, "no slot is of this type", "remove it or use it")


def unused_slots(model: ModelView) -> Iterator[Fault]:
    """A slot that no sample of its intent fills."""
    for intent in model.intents.values():
        used = {name for sample in intent.samples for name in slots_in(sample)}
        for name in intent.slots:
            if name not in used:
                yield Fault(f"{intent.place}, slot {name}", "no sample uses it", "use it in a sample or remove it")


def empty_types(model: ModelView) -> Iterator[Fault]:
    """A custom type without values recognizes nothing."""
    for each in model.types.values():
        if not each.values:
            yield Fault(each.place, "has no values", "list at least one")


def value_ids(model: ModelView) -> Iterator[Fault]:
    """Every value has an id, and no two the same: the id, not the wording, is what code may rely on."""
    for each in model.types.values():
        seen: set[str] = set()
        for value in each.values:
            place = f'{each.place}, value "{value.texts[0]}"'
            if not value.id:
                yield Fault(place, "has no id", "give it one")
            elif value.id in seen:
                yield Fault(place, f"the id {value.id} stands twice", "give each value its own")
            seen.add(value.id or "")


def value_texts(model: ModelView) -> Iterator[Fault]:
    """A text is not empty, is short enough, and belongs to one value of its type, once."""
    for each in model.types.values():
        first: dict[str, str] = {}
        for number, value in enumerate(each.values):
            for text in value.texts:
                place = f'{each.place}, value "{text}"'
                if not text.strip():
                    yield Fault(place, "is empty", "write it or remove it")
                elif len(text) > LONGEST_VALUE:
                    what = f"has {len(text)} characters, over {LONGEST_VALUE}"
                    yield Fault(place, what, "shorten it")
                elif (other := first.setdefault(text.lower(), f"{number}")) != f"{number}":
                    what = f'also belongs to "{each.values[int(other)].texts[0]}"'
                    yield Fault(place, what, "keep it with one of them")
            yield from _twice(each.place, value.texts)


def _twice(place: str, texts: tuple[str, ...]) -> Iterator[Fault]:
    lowered = [text.lower() for text in texts]
    for text in dict.fromkeys(lowered):
        if lowered.count(text) > 1:
            yield Fault(f'{place}, value "{text}"', "stands twice", "remove one of them")
