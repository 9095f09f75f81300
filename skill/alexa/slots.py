"""What the slots of an intent say, whatever shape Alexa sent them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ask_sdk_model import Intent, ListSlotValue, SimpleSlotValue, Slot, SlotValue
from ask_sdk_model.slu.entityresolution import Resolutions


@dataclass(frozen=True, slots=True)
class Entity:
    """A value of a slot type that Alexa found in what was said. `id` is "" where the type gives none."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one slot: the words as said, and what they resolved to, the likeliest first."""

    slot: str
    words: str
    entities: tuple[Entity, ...] = ()


def readings(intent: Intent) -> tuple[Reading, ...]:
    """Every value of every slot, in the order of the slots; empty slots give none."""
    return tuple(reading for name, slot in (intent.slots or {}).items() for reading in _of_slot(name, slot))


def _of_slot(name: str, slot: Slot) -> Iterator[Reading]:
    """The `slotValue`, or else the `value` of older requests and of some test tools."""
    found = tuple(_of_value(name, slot.slot_value))
    if found:
        yield from found
    elif slot.value:
        yield Reading(name, slot.value, _entities(slot.resolutions))


def _of_value(name: str, value: SlotValue | None) -> Iterator[Reading]:
    if isinstance(value, ListSlotValue):
        for each in value.values or ():
            yield from _of_value(name, each)
    elif isinstance(value, SimpleSlotValue) and value.value:
        yield Reading(name, value.value, _entities(value.resolutions))


def _entities(resolutions: Resolutions | None) -> tuple[Entity, ...]:
    """An authority without a match lists no values, so its status need not be read."""
    authorities = (resolutions.resolutions_per_authority if resolutions else None) or ()
    values = (wrapper.value for authority in authorities for wrapper in authority.values or ())
    return tuple(Entity(value.id or "", value.name or "") for value in values if value)
